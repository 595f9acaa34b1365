import type { Client } from '../connection/database.js';
import { UTC_MILLISECONDS } from '../sql/tombstone-marks.sql.js';
import { type ApiToken, makeBearer, type NewApiToken } from './api-token.js';

const utc = (column: string, name: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}) AS "${name}"`;
const COLUMNS = `id, client, purposes, scopes, recipient, sites, networks::text[] AS networks,
  ${utc('created_at', 'createdAt')}, ${utc('expires_at', 'expiresAt')}, ${utc('revoked_at', 'revokedAt')}`;

type Row = Omit<ApiToken, 'sites'> & { readonly sites: readonly string[] | null };

const tokenOf = ({ sites, ...row }: Row): ApiToken => ({ ...row, sites: sites ?? 'all' });

/** @returns the token with the bearer that is shown once; the store keeps its hash alone */
export const createToken = async (
  client: Client,
  token: NewApiToken,
): Promise<{ readonly token: ApiToken; readonly bearer: string }> => {
  const { id, bearer, hash } = makeBearer();
  const { rows } = await client.query<Row>(
    `INSERT INTO passerelle.api_token (id, hash, client, purposes, scopes, recipient, sites, networks, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text[]::inet[], $9) RETURNING ${COLUMNS}`,
    [
      id,
      hash,
      token.client,
      token.purposes,
      token.scopes,
      token.recipient,
      token.sites === 'all' ? null : token.sites,
      token.networks,
      token.expiresAt,
    ],
  );
  const [made] = rows;
  if (made === undefined) throw new Error('an insert that returns its row returned none');
  return { token: tokenOf(made), bearer };
};

/** All tokens, the newest first. */
export const listTokens = async (client: Client): Promise<readonly ApiToken[]> =>
  (await client.query<Row>(`SELECT ${COLUMNS} FROM passerelle.api_token ORDER BY created_at DESC, id`)).rows.map(
    tokenOf,
  );

/** @returns the token as it stands now; null where there is none of that id. A second revocation changes nothing. */
export const revokeToken = async (client: Client, id: string): Promise<ApiToken | null> => {
  const { rows } = await client.query<Row>(
    `UPDATE passerelle.api_token SET revoked_at = coalesce(revoked_at, clock_timestamp()) WHERE id = $1
     RETURNING ${COLUMNS}`,
    [id],
  );
  return rows[0] === undefined ? null : tokenOf(rows[0]);
};

/** A token with the hash of its secret. */
export interface KeptToken {
  readonly token: ApiToken;
  readonly hash: Buffer;
}

/** @returns null where there is none of that id */
export const findToken = async (client: Client, id: string): Promise<KeptToken | null> => {
  const { rows } = await client.query<Row & { readonly hash: Buffer }>({
    name: 'api-token',
    text: `SELECT ${COLUMNS}, hash FROM passerelle.api_token WHERE id = $1`,
    values: [id],
  });
  const [row] = rows;
  if (row === undefined) return null;
  const { hash, ...token } = row;
  return { token: tokenOf(token), hash };
};
