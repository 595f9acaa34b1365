import type { Client } from '../connection/database.js';
import {
  CLOSE_COPIES,
  DELETE_ACCOUNTING,
  DELETE_CHUNKS,
  DELETE_COPIES,
  DELETE_LINK_JOBS,
  DELETE_QUARANTINE,
  DELETE_RETENTION_RUNS,
  EMPTY_LINK_REPORTS,
  EMPTY_REPORTS,
  FIND_STALE_TABLES,
  FORGET_OLDER_REQUESTS,
} from '../sql/retention-kinds.sql.js';

/** Rows that went, by site; `*` where they are no site's. */
export type RowsBySite = Readonly<Record<string, number>>;

const bySite = async (client: Client, text: string, values: readonly string[]): Promise<RowsBySite> => {
  const { rows } = await client.query<{ site: string; rows: number }>(text, [...values]);
  return Object.fromEntries(rows.map((row) => [row.site, row.rows]));
};

const inAll = (rows: number | null): RowsBySite => (rows === null || rows === 0 ? {} : { '*': rows });

/** Each in the caller's transaction; `today` is YYYY-MM-DD, `period` as retention.yml writes it. */
export type KindPurge = (client: Client, today: string, period: string) => Promise<RowsBySite>;

/** Records that waited too long; those that still did are read again by the next import. */
export const purgeQuarantine: KindPurge = async (client, today, period) => {
  const went = await bySite(client, DELETE_QUARANTINE, [today, period]);
  await client.query(FORGET_OLDER_REQUESTS);
  return went;
};

/** Copies for taking runs back; their runs can no longer be taken back. */
export const purgeCopies: KindPurge = async (client, today, period) => {
  await client.query(CLOSE_COPIES, [today, period]);
  return bySite(client, DELETE_COPIES, [today, period]);
};

/** What runs reported and how they were cut; that they were, and of which night, stays as the origin of rows. */
export const purgeReports: KindPurge = async (client, today, period) => {
  const went = await bySite(client, EMPTY_REPORTS, [today, period]);
  for (const statement of [DELETE_CHUNKS, EMPTY_LINK_REPORTS, DELETE_LINK_JOBS, DELETE_RETENTION_RUNS]) {
    await client.query(statement, [today, period]);
  }
  return went;
};

export const purgeAccounting: KindPurge = async (client, today, period) =>
  inAll((await client.query(DELETE_ACCOUNTING, [today, period])).rowCount);

/** Drops what runs collected that are over. @returns how many tables */
export const dropStaleTables = async (client: Client): Promise<RowsBySite> => {
  const { rows } = await client.query<{ name: string }>(FIND_STALE_TABLES);
  for (const { name } of rows) await client.query(`DROP TABLE passerelle.${name}`);
  return inAll(rows.length);
};
