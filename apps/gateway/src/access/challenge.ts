import type { GatewayRules } from '#libs/services';
import { PROOF_ALGORITHMS } from './openid/dpop-proof.js';

/** What the challenge says about what was shown; nothing where nothing was (RFC 6750, 3.1). */
export type ChallengeError = 'invalid_token' | null;

/**
 * The value of `WWW-Authenticate` for whoever is not known: each scheme that could have been used. Own tokens are bearers;
 * proofs of DPoP are taken where a provider is configured and clients know our address (RFC 9449, 7.1).
 */
export const challengeOf = (
  { openid, publicUrl }: Pick<GatewayRules, 'openid' | 'publicUrl'>,
  error: ChallengeError,
): string => {
  const told = error === null ? [] : [`error="${error}"`];
  const bearer = ['Bearer', ...told].join(' ');
  if (openid === undefined || publicUrl === undefined) return bearer;
  return `${bearer}, DPoP ${[...told, `algs="${PROOF_ALGORITHMS.join(' ')}"`].join(', ')}`;
};
