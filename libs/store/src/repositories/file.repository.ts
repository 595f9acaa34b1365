import type { FileRefusal } from '#libs/domain';
import type { Client } from '../connection/database.js';

/** A file of a run as the plan found it. */
export interface NewFile {
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly shape: string;
  readonly table: string | null;
  readonly status: 'imported' | 'already-imported' | 'refused';
  readonly refusal: FileRefusal | null;
  readonly encoding: string | null;
  readonly traits: Readonly<Record<string, unknown>>;
  readonly birthsYearOnly: boolean;
  /** Whether the file holds everything or only changes; a file may say so itself. */
  readonly mode: 'full' | 'delta';
  readonly records: Readonly<Record<string, number>>;
}

export interface StoredFile extends NewFile {
  readonly id: number;
  readonly runId: number;
}

const SELECT_FILE = `
  SELECT id, run_id AS "runId", name, path, sha256, size::float8 AS size, shape, table_name AS "table", status, refusal,
         encoding, coalesce(traits, '{}') AS traits, births_year_only AS "birthsYearOnly", mode, records
  FROM passerelle.import_file`;

export const insertFile = async (client: Client, runId: number, file: NewFile): Promise<number> => {
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO passerelle.import_file
       (run_id, name, path, sha256, size, shape, table_name, status, reason, refusal, encoding, traits, births_year_only, mode, records)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id`,
    [
      runId,
      file.name,
      file.path,
      file.sha256,
      file.size,
      file.shape,
      file.table,
      file.status,
      file.refusal?.reason ?? null,
      file.refusal === null ? null : JSON.stringify(file.refusal),
      file.encoding,
      JSON.stringify(file.traits),
      file.birthsYearOnly,
      file.mode,
      JSON.stringify(file.records),
    ],
  );
  if (rows[0] === undefined) throw new Error('the file was not inserted');
  return rows[0].id;
};

export const findFile = async (client: Client, id: number): Promise<StoredFile | null> =>
  (await client.query<StoredFile>(`${SELECT_FILE} WHERE id = $1`, [id])).rows[0] ?? null;

export const findFilesOfRun = async (client: Client, runId: number): Promise<StoredFile[]> =>
  (await client.query<StoredFile>(`${SELECT_FILE} WHERE run_id = $1 ORDER BY name, id`, [runId])).rows;

/**
 * The run that imported a file with this content for the site and system, if one did and still stands. The table counts
 * too: empty exports of two tables are the same bytes. `table` is null where a file holds several.
 */
export const findImportOf = async (
  client: Client,
  siteId: number,
  systemId: number,
  sha256: string,
  table: string | null,
): Promise<{ runId: number } | null> =>
  (
    await client.query<{ runId: number }>(
      `SELECT run.id AS "runId" FROM passerelle.import_file AS file
       JOIN passerelle.import_run AS run ON run.id = file.run_id
       WHERE file.sha256 = $3 AND file.status = 'imported' AND run.site_id = $1 AND run.system_id = $2
         AND file.table_name IS NOT DISTINCT FROM $4 AND run.status = 'done'
       ORDER BY run.id DESC LIMIT 1`,
      [siteId, systemId, sha256, table],
    )
  ).rows[0] ?? null;
