import type { Client } from '../connection/database.js';
import { ERASE_HOUSEHOLD_COPIES, eraseHouseholds, FIND_HOUSEHOLDS } from '../sql/erase-households.sql.js';
import { ERASE_PERSONS, ERASED_KINDS, type ErasedKind } from '../sql/erase-persons.sql.js';

/** Rows that went (accounting lines: that were kept), by kind; `addresses`: households of which nobody is left. */
export type ErasureCounts = Readonly<Record<ErasedKind | 'addresses', number>>;

const EMPTIED = eraseHouseholds('household.id = ANY ($1::uuid[])');

/**
 * Erases all that the store holds of source persons, in the caller's transaction, which holds the locks of rights and linkage.
 * Call it once in a transaction, after their tombstones were set: those remember the households.
 */
export const erasePersons = async (client: Client, ids: readonly string[]): Promise<ErasureCounts> => {
  const counts: Record<ErasedKind | 'addresses', number> = {
    ...(Object.fromEntries(ERASED_KINDS.map((kind) => [kind, 0])) as Record<ErasedKind, number>),
    addresses: 0,
  };
  const households = await client.query<{ id: string }>(FIND_HOUSEHOLDS, [ids]);
  for (const { name, sql } of ERASE_PERSONS) {
    const { rowCount } = await client.query(sql, sql.includes('$1') ? [ids] : []);
    if (name !== null) counts[name] += rowCount ?? 0;
  }
  const cases = households.rows.map(({ id }) => id);
  counts.addresses = (await client.query(EMPTIED, [cases])).rowCount ?? 0;
  counts.copies += (await client.query(ERASE_HOUSEHOLD_COPIES, [cases])).rowCount ?? 0;
  return counts;
};
