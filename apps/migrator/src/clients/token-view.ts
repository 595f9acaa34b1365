import type { ApiToken } from '#libs/store';

export type TokenStatus = 'holds' | 'expired' | 'revoked';

/** A token as `token list --json` prints it: what it may ask for, never its secret. */
export const tokenView = (token: ApiToken, now: Date) => ({
  tokenId: token.id,
  status: statusOf(token, now),
  client: token.client,
  purposes: token.purposes,
  scopes: token.scopes,
  recipient: token.recipient,
  sites: token.sites,
  networks: token.networks,
  createdAt: token.createdAt,
  expiresAt: token.expiresAt,
  revokedAt: token.revokedAt,
});

const statusOf = ({ revokedAt, expiresAt }: ApiToken, now: Date): TokenStatus => {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= now.getTime() ? 'expired' : 'holds';
};
