import type { JSONWebKeySet, JWK } from 'jose';
import type { OpenIdRules } from '#libs/services';
import { fetchJson } from './fetch-json.js';

/** More keys than a provider has in a rotation. */
const MOST_KEYS = 50;
const PUBLIC_KINDS = ['RSA', 'EC', 'OKP'];
const SAFE = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$))/;

/**
 * The provider's keys for signatures, from the configured address or the one that its discovery document names.
 * @throws Error where the provider does not answer, or answers something else
 */
export const findKeySet = async ({ issuer, jwksUri }: OpenIdRules): Promise<JSONWebKeySet> => {
  const { keys } = await fetchJson(jwksUri ?? (await discover(issuer)));
  if (!Array.isArray(keys)) throw new Error('the identity provider sends no keys');
  return { keys: keys.filter(isSigningKey).slice(0, MOST_KEYS) };
};

/** OpenID Connect Discovery 1.0, 4.3: the document must name the issuer for which it was asked. */
const discover = async (issuer: string): Promise<string> => {
  const found = await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { jwks_uri: uri } = found;
  if (found['issuer'] !== issuer || typeof uri !== 'string' || !SAFE.test(uri)) {
    throw new Error("the identity provider's discovery document is not for this issuer");
  }
  return uri;
};

/** Secrets (`oct`) have no place in a public set, and would let a public key pass for one. */
const isSigningKey = (value: unknown): value is JWK => {
  if (typeof value !== 'object' || value === null) return false;
  const { kty, use } = value as JWK;
  return typeof kty === 'string' && PUBLIC_KINDS.includes(kty) && (use === undefined || use === 'sig');
};
