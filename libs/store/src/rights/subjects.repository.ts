import type { Client } from '../connection/database.js';

/** The export's table that each source person comes from, by id. */
export const findTables = async (client: Client, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await client.query<{ id: string; table: string }>(
    `SELECT person.id::text AS id, source_table.name AS "table" FROM passerelle.source_person AS person
     JOIN passerelle.source_table AS source_table ON source_table.id = person.table_id
     WHERE person.id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, table }) => [id, table]));
};

/** Whether a record of the person, or one that hangs on it, is on the quarantine list. */
export const isAwaited = async (client: Client, id: string): Promise<boolean> =>
  (
    await client.query(
      'SELECT FROM passerelle.quarantine WHERE person_id = $1 OR waits_for = $1 OR entity_id = $1 LIMIT 1',
      [id],
    )
  ).rowCount === 1;

/**
 * Those whom the command that set these tombstones refused along with them: it set all of them at one instant, alone.
 * @param instants as tombstones say them
 */
export const findRefusedTogether = async (client: Client, instants: readonly string[]): Promise<readonly string[]> =>
  (
    await client.query<{ id: string }>(
      `SELECT person_id::text AS id FROM passerelle.withheld_person
       WHERE reason = 'refused' AND at = ANY ($1::timestamptz[]) ORDER BY 1`,
      [instants],
    )
  ).rows.map(({ id }) => id);
