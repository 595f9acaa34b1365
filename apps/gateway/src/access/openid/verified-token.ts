import type { JWTPayload } from 'jose';
import type { ApiClient } from '../client.js';

/** What a token is bound to (RFC 7800): a key of DPoP, a certificate, both, or nothing. */
export interface Binding {
  /** Thumbprint (RFC 7638, SHA-256) of the key that proofs are signed with. */
  readonly jkt: string | null;
  /** SHA-256 of the certificate's DER, base64url. */
  readonly x5t: string | null;
}

/** A token whose signature and claims hold; its sender has proven nothing yet. */
export interface VerifiedToken {
  readonly client: ApiClient;
  readonly binding: Binding;
}

/** Null where the token is bound to something that we do not know, and so cannot ask for. */
export const bindingOf = ({ cnf }: JWTPayload): Binding | null => {
  if (cnf === undefined) return { jkt: null, x5t: null };
  if (typeof cnf !== 'object' || cnf === null) return null;
  const { jkt = null, 'x5t#S256': x5t = null, ...more } = cnf as Readonly<Record<string, unknown>>;
  const isKnown = Object.keys(more).length === 0 && (jkt !== null || x5t !== null);
  return isKnown && isTextOrNull(jkt) && isTextOrNull(x5t) ? { jkt, x5t } : null;
};

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';
