import type { Client } from '../connection/database.js';
import { lockRights, shareRights } from '../rights/rights-lock.js';
import { eraseFeatures } from '../sql/linkage-forget.sql.js';
import { FIND_SPREADING, FORGET_PLACES_IN_LINKS, SPREAD_SEPARATIONS, UNTIE_MEMBERS } from '../sql/separation.sql.js';
import { closePlaces } from './close-places.js';
import { unlockVault } from './separations.repository.js';
import type { Vault } from './vault.js';

const MEMBERS = `hashtextextended('passerelle separated members', 0)`;
const FORGET_FEATURES = eraseFeatures('SELECT unnest($1::uuid[])');

/**
 * Brings the store in step with its separations, inside the caller's transaction: marks spread along links and memberships,
 * memberships that tie go, what tells of places is closed, what linkage made of it is forgotten. Changes nothing where all is in
 * step, and asks one small question where nobody is separated.
 * @param thorough also looks for what no import could have left (see `closePlaces`)
 * @throws TeachingError `protection-key.*`
 */
export const enforceSeparations = async (client: Client, vault: Vault, thorough = false): Promise<void> => {
  await shareRights(client);
  if (!(await unlockVault(client, vault))) return;
  // Two chunks may bring a protected person and one of the former household into one new case: the second one sees the first.
  await client.query(`SELECT pg_advisory_xact_lock(${MEMBERS})`);
  await spread(client);
  for (const statement of UNTIE_MEMBERS) await client.query(statement);
  // A case that has become a former one makes its other members the former household.
  await spread(client);
  const closed = await closePlaces(client, vault, thorough);
  if (closed.size === 0) return;
  const ids = [...closed];
  for (const statement of [...FORGET_FEATURES, ...FORGET_PLACES_IN_LINKS]) await client.query(statement, [ids]);
};

/** How long a link run waits for rows that are being landed. */
const WAIT_SECONDS = 600;

/**
 * Protects the records that links have joined to a separated person, in the transaction that writes the links. Waits for chunks
 * that are landing where there are any: those do not know yet whom they land.
 */
export const protectJoined = async (client: Client, vault: Vault): Promise<void> => {
  if ((await client.query(FIND_SPREADING)).rowCount === 0) return;
  await lockRights(client, WAIT_SECONDS);
  await enforceSeparations(client, vault);
};

const spread = async (client: Client): Promise<void> => {
  for (const statement of SPREAD_SEPARATIONS) await client.query(statement);
};
