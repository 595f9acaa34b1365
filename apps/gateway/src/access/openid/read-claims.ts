import type { JWTPayload } from 'jose';
import type { PolicyBook } from '#libs/minimiser';
import { type ClaimPath, type GatewayRules, type OpenIdRules, scopesOf } from '#libs/services';
import type { ApiClient } from '../client.js';

/** With `openid/` before it, the shape that the audit trail keeps. */
const CLIENT = /^[A-Za-z0-9_.:/-]{1,73}$/;
const SIRET = /^\d{14}$/;
const SITE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The client that verified claims describe: never more than the policies and `gateway.yml` give. Null where they do not name
 * one client and one recipient, or do not say until when they hold.
 */
export const readClaims = (
  payload: JWTPayload,
  { claims }: OpenIdRules,
  rules: GatewayRules,
  book: PolicyBook,
): ApiClient | null => {
  const client = claimAt(payload, claims.client);
  const recipient = claimAt(payload, claims.recipient);
  const isNamed = typeof client === 'string' && CLIENT.test(client);
  if (!isNamed || typeof recipient !== 'string' || !SIRET.test(recipient) || payload.exp === undefined) return null;
  const purposes = wordsAt(payload, claims.purposes).filter((purpose) => book.purpose(purpose) !== null);
  const given = scopesOf(rules, purposes);
  const asked = claims.scopes === undefined ? given : wordsAt(payload, claims.scopes);
  return {
    grant: `openid/${client}`,
    purposes,
    scopes: given.filter((scope) => asked.includes(scope)),
    recipient,
    sites: claims.sites === undefined ? 'all' : sitesAt(payload, claims.sites),
    networks: [],
    expiresAt: payload.exp * 1_000,
  };
};

/** A claim that is not there gives no site. */
const sitesAt = (payload: JWTPayload, path: ClaimPath): readonly string[] | 'all' => {
  const words = wordsAt(payload, path);
  return words.length === 1 && words[0] === 'all' ? 'all' : words.filter((word) => SITE.test(word) && word !== 'all');
};

/** A list of texts, or words with blanks between them, as `scope` has them (RFC 8693, 4.2). */
const wordsAt = (payload: JWTPayload, path: ClaimPath): readonly string[] => {
  const value = claimAt(payload, path);
  const words: readonly unknown[] = typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : [];
  return [...new Set(words.filter((word): word is string => typeof word === 'string' && word !== ''))];
};

const claimAt = (payload: JWTPayload, path: ClaimPath): unknown => {
  let value: unknown = payload;
  for (const name of typeof path === 'string' ? [path] : path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
};
