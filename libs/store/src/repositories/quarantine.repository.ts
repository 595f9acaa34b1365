import type { Issue, RecordReason } from '#libs/domain';
import type { Client } from '../connection/database.js';

/** Which entries a command is about; nothing given means all open ones. */
export interface QuarantineFilter {
  readonly reason?: string;
  readonly field?: string;
  readonly site?: string;
  readonly source?: string;
  readonly ids?: readonly string[];
}

export interface QuarantineGroup {
  readonly source: string;
  readonly site: string;
  readonly table: string;
  readonly reason: RecordReason;
  readonly field: string | null;
  readonly records: number;
}

export interface QuarantineEntry {
  readonly id: string;
  readonly runId: number;
  readonly source: string;
  readonly site: string;
  readonly table: string;
  readonly reason: RecordReason;
  readonly field: string | null;
  readonly issues: readonly Issue[];
  readonly file: string;
  readonly sha256: string;
  readonly record: number;
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** An entry with what a replay needs to read it again. */
export interface ReplayEntry extends QuarantineEntry {
  readonly fileId: number;
  readonly siteId: number;
  readonly systemId: number;
  readonly unit: { readonly record: number; readonly byteOffset: number; readonly byteLength: number };
}

const FROM_OPEN = `
  FROM passerelle.quarantine AS entry
  JOIN passerelle.site AS site ON site.id = entry.site_id
  JOIN passerelle.source_table AS source_table ON source_table.id = entry.table_id
  JOIN passerelle.source_system AS system ON system.id = source_table.system_id
  JOIN passerelle.import_file AS file ON file.id = entry.file_id
  WHERE entry.status = 'open'
    AND ($1::text IS NULL OR entry.reason = $1) AND ($2::text IS NULL OR entry.field = $2)
    AND ($3::text IS NULL OR site.code = $3) AND ($4::text IS NULL OR system.code = $4)
    AND ($5::bigint[] IS NULL OR entry.id = ANY ($5))`;

const parameters = (filter: QuarantineFilter): unknown[] => [
  filter.reason ?? null,
  filter.field ?? null,
  filter.site ?? null,
  filter.source ?? null,
  filter.ids ?? null,
];

/** Open entries grouped by what is wrong, most frequent first: one correction of a code map settles a whole group. */
export const groupQuarantine = async (client: Client, filter: QuarantineFilter): Promise<QuarantineGroup[]> =>
  (
    await client.query<QuarantineGroup>(
      `SELECT system.code AS source, site.code AS site, source_table.name AS "table", entry.reason, entry.field,
              count(*)::int AS records ${FROM_OPEN}
       GROUP BY system.code, site.code, source_table.name, entry.reason, entry.field
       ORDER BY records DESC, source, site, "table", reason, field`,
      parameters(filter),
    )
  ).rows;

/** A page of open entries after `afterId`, in order of their ids. */
export const listQuarantine = async (
  client: Client,
  filter: QuarantineFilter,
  afterId: string,
  limit: number,
): Promise<ReplayEntry[]> => {
  const { rows } = await client.query<
    Omit<ReplayEntry, 'unit'> & { unitRecord: number; unitOffset: number; unitLength: number }
  >(
    `SELECT entry.id::text AS id, entry.run_id AS "runId", system.code AS source, site.code AS site,
            source_table.name AS "table", entry.reason, entry.field, entry.issues, file.name AS file, file.sha256,
            entry.record_no AS record, entry.byte_offset::float8 AS "byteOffset", entry.byte_length AS "byteLength",
            entry.file_id AS "fileId", entry.site_id AS "siteId", source_table.system_id AS "systemId",
            entry.unit_record AS "unitRecord", entry.unit_offset::float8 AS "unitOffset", entry.unit_length AS "unitLength"
     ${FROM_OPEN} AND entry.id > $6 ORDER BY entry.id LIMIT $7`,
    [...parameters(filter), afterId, limit],
  );
  return rows.map(({ unitRecord, unitOffset, unitLength, ...entry }) => ({
    ...entry,
    unit: { record: unitRecord, byteOffset: unitOffset, byteLength: unitLength },
  }));
};

/** Closes an entry. @returns false when it was closed by somebody else meanwhile */
export const closeEntry = async (
  client: Client,
  id: string,
  status: 'landed' | 'withheld' | 'superseded',
  runId: number,
): Promise<boolean> =>
  (
    await client.query(
      `UPDATE passerelle.quarantine SET status = $2, closed_run = $3 WHERE id = $1 AND status = 'open'`,
      [id, status, runId],
    )
  ).rowCount === 1;

/** How many waiting records landed with the run. */
export const countLanded = async (client: Client, runId: number): Promise<number> =>
  (
    await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM passerelle.quarantine WHERE closed_run = $1 AND status = 'landed'`,
      [runId],
    )
  ).rows[0]?.n ?? 0;

export const countOpen = async (client: Client, runId: number): Promise<number> =>
  (
    await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM passerelle.quarantine WHERE run_id = $1 AND status = 'open'`,
      [runId],
    )
  ).rows[0]?.n ?? 0;

/** The sites and sources that open entries belong to. */
export const groupQuarantineSources = async (
  client: Client,
  filter: QuarantineFilter,
): Promise<{ site: string; source: string; siteId: number; systemId: number }[]> =>
  (
    await client.query<{ site: string; source: string; siteId: number; systemId: number }>(
      `SELECT DISTINCT site.code AS site, system.code AS source, site.id AS "siteId", system.id AS "systemId"
       ${FROM_OPEN} ORDER BY site, source`,
      parameters(filter),
    )
  ).rows;
