import { isIP } from 'node:net';
import { EXIT, TeachingError } from '#libs/domain';
import type { PolicyBook } from '#libs/minimiser';
import {
  type ApiToken,
  type AuditTrail,
  BARE_ENTRY,
  type Client,
  createToken,
  listTokens,
  revokeToken,
  type Transactor,
  WORD_SHAPES,
} from '#libs/store';
import { type GatewayRules, scopesOf } from './gateway-rules.js';

/** What tokens are made with. */
export interface TokenDesk {
  readonly database: Transactor;
  readonly trail: AuditTrail;
  readonly book: PolicyBook;
  readonly rules: GatewayRules;
}

/** A token that is asked for, as its words were given. */
export interface TokenRequest {
  readonly client: string;
  readonly purposes: readonly string[];
  /** SIRET of the body that receives the answers. */
  readonly recipient: string;
  /** None: all sites. */
  readonly sites: readonly string[] | 'all';
  /** None: all scopes that the purposes give. */
  readonly scopes: readonly string[];
  /** CIDR; none: from anywhere. */
  readonly networks: readonly string[];
  /** Last day on which the token holds, YYYY-MM-DD; null: until it is revoked. */
  readonly expires: string | null;
}

const CLIENT = new RegExp(WORD_SHAPES.reference);
const SITE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SIRET = /^\d{14}$/;

/**
 * Makes a token. The bearer is in the answer and nowhere else; the entry in the trail is in the same transaction.
 * @throws TeachingError `token.client`, `token.purpose`, `token.scope`, `token.recipient`, `token.site`, `token.network`,
 * `token.expired`; exit code 2
 */
export const makeToken = async (
  { database, trail, book, rules }: TokenDesk,
  request: TokenRequest,
): Promise<{ readonly token: ApiToken; readonly bearer: string }> => {
  checkRequest(request, book, rules);
  const { expires, scopes, ...same } = request;
  const chosen = scopes.length === 0 ? scopesOf(rules, request.purposes) : scopes;
  return database.transaction(async (client) => {
    const expiresAt = expires === null ? null : await endOf(client, expires);
    const made = await createToken(client, { ...same, scopes: chosen, expiresAt });
    await trail.record(client, [entryOf('token.create', made.token.id, request.purposes)]);
    return made;
  });
};

/**
 * From its commit on, gateways refuse the token within a second.
 * @throws TeachingError `token.unknown`; exit code 2
 */
export const withdrawToken = async ({ database, trail }: TokenDesk, id: string): Promise<ApiToken> =>
  database.transaction(async (client) => {
    const token = await revokeToken(client, id);
    if (token === null) throw usage('token.unknown', {});
    await trail.record(client, [entryOf('token.revoke', id, [])]);
    return token;
  });

/** All tokens, the newest first. */
export const allTokens = ({ database }: Pick<TokenDesk, 'database'>): Promise<readonly ApiToken[]> =>
  database.session(listTokens);

const entryOf = (action: string, id: string, purposes: readonly string[]) => ({
  ...BARE_ENTRY,
  action,
  incident: `token/${id}`,
  detail: purposes,
});

const usage = (code: string, args: Readonly<Record<string, string>>): TeachingError =>
  new TeachingError(code, args, { exitCode: EXIT.usage });

const checkRequest = (request: TokenRequest, book: PolicyBook, rules: GatewayRules): void => {
  if (!CLIENT.test(request.client)) throw usage('token.client', {});
  if (!SIRET.test(request.recipient)) throw usage('token.recipient', {});
  const known = Object.keys(book.documents.purposes.purposes);
  for (const purpose of request.purposes) {
    if (!known.includes(purpose)) throw usage('token.purpose', { word: purpose, known: known.join(', ') });
  }
  const given = scopesOf(rules, request.purposes);
  for (const scope of request.scopes) {
    if (!given.includes(scope)) throw usage('token.scope', { word: scope, known: given.join(', ') });
  }
  for (const site of request.sites === 'all' ? [] : request.sites) {
    if (!SITE.test(site)) throw usage('token.site', { word: site });
  }
  for (const network of request.networks) if (!isNetwork(network)) throw usage('token.network', { word: network });
};

const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    more.length === 0 && longest > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
  );
};

/** Midnight that ends a day in Paris, as an ISO instant, by the database, which knows when summer time ends. */
const endOf = async (client: Client, day: string): Promise<string> => {
  const { rows } = await client.query<{ at: Date; past: boolean }>(
    `SELECT ends.at, ends.at <= clock_timestamp() AS past
     FROM (SELECT ($1::date + 1)::timestamp AT TIME ZONE 'Europe/Paris' AS at) AS ends`,
    [day],
  );
  const [end] = rows;
  if (end === undefined || end.past) throw usage('token.expired', { day });
  return end.at.toISOString();
};
