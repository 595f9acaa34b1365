import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, type JWTPayload, jwtVerify } from 'jose';
import type { Presented } from '../presented.js';

/** How old a proof may be, beside the tolerance of the clocks. */
const HELD_SECONDS = 60;
const LONGEST = 4_096;
const LONGEST_JTI = 512;
export const PROOF_ALGORITHMS = [
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
];

/** What proofs are held against. */
export interface ProofRules {
  /** Where clients reach the gateway: scheme and host. */
  readonly publicUrl: string;
  readonly clockToleranceSeconds: number;
}

/** A proof that holds, as it must be remembered so that it is not taken twice. */
export interface Proof {
  /** 32 bytes that stand for key and `jti`. */
  readonly fingerprint: Uint8Array;
  /** For how long it would be taken, at most. */
  readonly seconds: number;
}

/**
 * Reads the proof of possession of a request by RFC 9449, 4.3: signed by the key to which the token is bound, for this method,
 * this address and this token, just now. Whether it was shown before is for the caller to ask.
 * @param jkt thumbprint of the key to which the token is bound
 * @returns null where it does not hold in any way
 * @throws a jose error where it is no signed token at all, or its signature does not hold
 */
export const readDpopProof = async (
  { headers, method, url, token }: Presented,
  jkt: string,
  { publicUrl, clockToleranceSeconds }: ProofRules,
): Promise<Proof | null> => {
  const { dpop: text } = headers;
  // Sent twice, Node joins them with a comma: then it is no token any more.
  if (typeof text !== 'string' || text.length > LONGEST) return null;
  const { payload, protectedHeader } = await jwtVerify(text, EmbeddedJWK, {
    algorithms: PROOF_ALGORITHMS,
    typ: 'dpop+jwt',
    clockTolerance: clockToleranceSeconds,
    requiredClaims: ['jti', 'htm', 'htu', 'iat', 'ath'],
  });
  const { jwk } = protectedHeader;
  const isTheirs = jwk !== undefined && (await calculateJwkThumbprint(jwk, 'sha256')) === jkt;
  const isForThis =
    payload['htm'] === method &&
    payload['ath'] === createHash('sha256').update(token).digest('base64url') &&
    isSameAddress(payload['htu'], `${publicUrl.replace(/\/$/, '')}${url}`);
  const { jti } = payload;
  if (!isTheirs || !isForThis || !isRecent(payload, clockToleranceSeconds)) return null;
  if (typeof jti !== 'string' || jti === '' || jti.length > LONGEST_JTI) return null;
  return {
    fingerprint: createHash('sha256').update(`${jkt}.${jti}`).digest(),
    seconds: HELD_SECONDS + 2 * clockToleranceSeconds + 1,
  };
};

const isRecent = ({ iat }: JWTPayload, tolerance: number): boolean => {
  const age = Date.now() / 1_000 - (iat ?? Number.NaN);
  return age >= -tolerance - 1 && age <= HELD_SECONDS + tolerance;
};

/** Query and fragment do not count; case and default port are those of RFC 3986. */
const isSameAddress = (told: unknown, asked: string): boolean =>
  typeof told === 'string' && URL.canParse(told) && URL.canParse(asked) && bare(told) === bare(asked);

const bare = (text: string): string => {
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname}`;
};
