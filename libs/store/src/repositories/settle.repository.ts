import type { Entity } from '#libs/domain';
import type { Client } from '../connection/database.js';
import { ENTITY_TABLES } from '../loading/entity-table.js';
import {
  CLEAR_REFUSED_HOUSEHOLDS,
  createSeen,
  dropSeen,
  FIND_ARRIVED,
  markAbsent,
  SUPERSEDE_QUARANTINE,
} from '../sql/settle-run.sql.js';
import type { Run } from './run.repository.js';

/** A table whose file was imported by the run. */
export interface SettledTable {
  readonly tableId: number;
  readonly entity: Entity;
}

export const createSeenTable = async (client: Client, runId: number): Promise<void> => {
  await client.query(createSeen(runId));
};

/** Drops the run's collection of seen ids; harmless when there is none. */
export const dropSeenTable = async (client: Client, runId: number): Promise<void> => {
  await client.query(dropSeen(runId));
};

/** Marks as absent what the full exports of the run no longer hold. @returns rows newly marked, by table id */
export const markAbsentRows = async (
  client: Client,
  run: Run,
  tables: readonly SettledTable[],
): Promise<ReadonlyMap<number, number>> => {
  const marked = new Map<number, number>();
  for (const { tableId, entity } of tables) {
    const { relation } = ENTITY_TABLES[entity];
    const { rowCount } = await client.query(markAbsent(relation, run.id), [run.id, run.siteId, [tableId]]);
    marked.set(tableId, rowCount ?? 0);
  }
  return marked;
};

export const supersedeQuarantine = async (client: Client, run: Run, tableIds: readonly number[]): Promise<void> => {
  await client.query(SUPERSEDE_QUARANTINE, [run.id, run.siteId, tableIds, run.mode === 'full']);
};

export const clearRefusedHouseholds = async (client: Client, siteId: number): Promise<void> => {
  await client.query(CLEAR_REFUSED_HOUSEHOLDS, [siteId]);
};

/** Ids of quarantine entries whose person has arrived by now. */
export const findArrived = async (client: Client, siteId: number, systemId: number): Promise<string[]> =>
  (await client.query<{ id: string }>(FIND_ARRIVED, [siteId, systemId])).rows.map(({ id }) => id);

/** Drops what failed runs before this one collected: they can no longer be resumed, since this run came after them. */
export const dropOlderSeenTables = async (client: Client, { id, siteId, systemId }: Run): Promise<void> => {
  const { rows } = await client.query<{ id: number }>(
    `SELECT id FROM passerelle.import_run WHERE site_id = $1 AND system_id = $2 AND id < $3 AND status = 'failed'`,
    [siteId, systemId, id],
  );
  for (const older of rows) await dropSeenTable(client, older.id);
};

/** Whether the store holds rows of a table for a site that an earlier export brought and none has marked absent. */
export const holdsRows = async (client: Client, siteId: number, tableId: number, entity: Entity): Promise<boolean> =>
  (
    await client.query(
      `SELECT FROM ${ENTITY_TABLES[entity].relation} WHERE site_id = $1 AND table_id = $2 AND absent_run IS NULL LIMIT 1`,
      [siteId, tableId],
    )
  ).rowCount === 1;
