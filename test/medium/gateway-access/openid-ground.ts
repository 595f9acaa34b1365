import { Socket } from 'node:net';
import { join } from 'node:path';
import { openIdClients } from '../../../apps/gateway/src/access/openid/openid-clients.js';
import { SenderProof } from '../../../apps/gateway/src/access/openid/sender-proof.js';
import { StoredProofs } from '../../../apps/gateway/src/access/openid/proof-book.js';
import { SigningKeys } from '../../../apps/gateway/src/access/openid/signing-keys.js';
import { findKeySet } from '../../../apps/gateway/src/access/openid/find-key-set.js';
import { OpenIdClients } from '../../../apps/gateway/src/access/openid/openid-clients.js';
import { ClientFinder } from '../../../apps/gateway/src/access/client-finder.js';
import type { Clients, Presented } from '../../../apps/gateway/src/access/presented.js';
import { createLogger } from '../../../libs/runtime/src/index.js';
import {
  type GatewayRules,
  type OpenIdRules,
  readGatewayRules,
  readPolicies,
} from '../../../libs/services/src/index.js';
import type { Transactor } from '../../../libs/store/src/index.js';
import { AUDIENCE, type IdentityProvider, PUBLIC_URL } from './identity-provider.js';

const CONFIG = join(import.meta.dirname, '../../../config');
export const book = readPolicies(CONFIG);
const shipped = readGatewayRules(CONFIG, book);

export const logged: string[] = [];
export const logger = createLogger({ logLevel: 'warn' }, { write: (line: string) => logged.push(line) });

/** No store is reached: for tokens that are bound to nothing. */
export const nowhere: Transactor = {
  session: () => Promise.reject(new Error('the store was asked')),
  transaction: () => Promise.reject(new Error('the store was asked')),
};

export const rulesFor = (provider: IdentityProvider, openid: Partial<OpenIdRules> = {}): GatewayRules => ({
  ...shipped,
  publicUrl: PUBLIC_URL,
  proxies: ['10.0.0.0/24', '127.0.0.1'],
  openid: {
    issuer: provider.issuer,
    audience: AUDIENCE,
    algorithms: ['ES256', 'RS256'],
    types: ['at+jwt'],
    clockToleranceSeconds: 5,
    claims: { client: 'client_id', purposes: 'passerelle_purposes', recipient: 'siret' },
    sender: 'none',
    ...openid,
  },
});

/** Whoever finds clients, as the gateway has it. */
export const clientsOf = (
  provider: IdentityProvider,
  openid: Partial<OpenIdRules> = {},
  database: Transactor = nowhere,
): Clients => {
  const own = { find: () => Promise.resolve(null) };
  return new ClientFinder(own, openIdClients(rulesFor(provider, openid), book, database, logger));
};

/** The same with a clock of the test's for the keys. */
export const clientsWithClock = (provider: IdentityProvider, now: () => number): Clients => {
  const rules = rulesFor(provider);
  const { openid } = rules;
  if (openid === undefined) throw new Error('no provider');
  const senders = new SenderProof(
    { sender: 'none', proofs: null, certificates: { header: undefined, proxies: [] } },
    new StoredProofs(nowhere, logger),
    logger,
  );
  const keys = new SigningKeys(() => findKeySet(openid), logger, now);
  return new OpenIdClients(openid, rules, book, keys, senders, logger);
};

/** A request that shows a token, but for what the test changes. */
export const show = (token: string, about: Partial<Presented> = {}): Presented => ({
  scheme: 'bearer',
  token,
  method: 'GET',
  url: '/v1/persons/1?aid=x',
  headers: {},
  socket: new Socket(),
  ...about,
});
