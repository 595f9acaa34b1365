import type { Client } from '../connection/database.js';
import { shareRights } from '../rights/rights-lock.js';
import type { Tombstone } from '../rights/tombstone.js';
import { FIND_RETURNED, HAS_EXPIRED, LIFT_EXPIRED, LIFT_RETURNED } from '../sql/retention-returns.sql.js';

/**
 * Whether a person of the site might come back with what the caller's transaction lands. No file expires before that ends.
 */
export const hasExpired = async (client: Client, siteId: number): Promise<boolean> => {
  await shareRights(client);
  return (await client.query<{ found: boolean }>(HAS_EXPIRED, [siteId])).rows[0]?.found === true;
};

/** Newest days of contact by keyed id, of persons or of cases. */
export type NewestDays = ReadonlyMap<string, string>;

/**
 * Lifts the marks of expired files whose persons an export shows a newer contact with, those of everybody who was one person
 * with them, and with `household` those of their households. They come with the next import, which reads their exports again.
 */
export const liftReturned = async (
  client: Client,
  days: NewestDays,
  runId: number,
  household: boolean,
): Promise<void> => {
  if (days.size === 0) return;
  await client.query(LIFT_RETURNED, [[...days.keys()], [...days.values()], runId, household]);
};

/** Lifts marks of expired files, whatever an export says. */
export const liftExpired = async (client: Client, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0) await client.query(LIFT_EXPIRED, [ids]);
};

/** Which of some tombstones an import has lifted after they were set, and when. */
export const returnedSince = async (
  client: Client,
  tombstones: readonly Tombstone[],
): Promise<ReadonlyMap<Tombstone, string>> => {
  const expired = tombstones.filter(({ kind }) => kind === 'expired');
  if (expired.length === 0) return new Map();
  const { rows } = await client.query<{ id: string; at: string }>(FIND_RETURNED, [expired.map(({ id }) => id)]);
  const at = new Map(rows.map((row) => [row.id, row.at]));
  return new Map(
    expired.flatMap((one) => {
      const then = at.get(one.id);
      return then === undefined || then < one.at ? [] : [[one, then] as const];
    }),
  );
};
