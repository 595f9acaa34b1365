import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a client of the gateway may ask for, as its token says. Without the secret, which nobody keeps. */
export interface ApiToken {
  readonly id: string;
  /** Name of the client, as whoever made the token wrote it: a system, never a worker. */
  readonly client: string;
  /** Keys of `purposes.yml`. */
  readonly purposes: readonly string[];
  /** What the token may do (`persons:read`); keys of `scopes` in `gateway.yml`. */
  readonly scopes: readonly string[];
  /** SIRET of the body that receives the answers, 14 digits. */
  readonly recipient: string;
  readonly sites: readonly string[] | 'all';
  /** Addresses that requests may come from, in CIDR notation; none: from anywhere. */
  readonly networks: readonly string[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** What is given to a new token; the database adds the rest. */
export type NewApiToken = Omit<ApiToken, 'id' | 'createdAt' | 'revokedAt'>;

const PREFIX = 'psl';
const ID_BYTES = 8;
const SECRET_BYTES = 32;
const SHAPE = /^psl_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

/** A token as it is handed out once: `psl_<id>_<secret>`. The prefix lets scanners find one that was committed by mistake. */
export const makeBearer = (): { readonly id: string; readonly bearer: string; readonly hash: Buffer } => {
  const id = randomBytes(ID_BYTES).toString('hex');
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return { id, bearer: `${PREFIX}_${id}_${secret}`, hash: hashOf(secret) };
};

/** The parts of a token; null where it is none of ours. */
export const readBearer = (bearer: string): { readonly id: string; readonly secret: string } | null => {
  const [, id, secret] = SHAPE.exec(bearer) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
};

/** Compared in constant time. @param hash as the store keeps it */
export const isSecret = (secret: string, hash: Buffer): boolean => timingSafeEqual(hashOf(secret), hash);

/** 256 random bits need no slow hash: nobody guesses them (RFC 6819, 5.1.4.1.3 asks for a hash, 5.1.4.2.2 for the bits). */
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
