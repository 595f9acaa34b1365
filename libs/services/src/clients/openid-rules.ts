/** Signatures that are accepted: asymmetric ones alone. */
export type SigningAlgorithm =
  'RS256' | 'RS384' | 'RS512' | 'PS256' | 'PS384' | 'PS512' | 'ES256' | 'ES384' | 'ES512' | 'EdDSA';

/** A claim by its name, or by its path through nested objects. */
export type ClaimPath = string | readonly string[];

/** `openid` of `gateway.yml`: whose access tokens are accepted, and what their claims mean. */
export interface OpenIdRules {
  readonly issuer: string;
  /** What tokens for this gateway have in `aud`. */
  readonly audience: string;
  /** Where the provider's keys are; without it, its discovery document is asked. */
  readonly jwksUri?: string;
  readonly algorithms: readonly SigningAlgorithm[];
  /** Accepted in the header's `typ`, without `application/`. */
  readonly types: readonly string[];
  /** How far clocks may differ. */
  readonly clockToleranceSeconds: number;
  readonly claims: {
    readonly client: ClaimPath;
    readonly purposes: ClaimPath;
    readonly recipient: ClaimPath;
    /** Without it, a client has all scopes that its purposes give. */
    readonly scopes?: ClaimPath;
    /** Without it, a client sees all sites. */
    readonly sites?: ClaimPath;
  };
  /** What a client must prove beside its token; `none`: only what the token itself is bound to. */
  readonly sender: 'none' | 'dpop' | 'mtls';
  /** Header in which a trusted proxy passes the client's certificate on, in lower case. */
  readonly certificateHeader?: string;
}
