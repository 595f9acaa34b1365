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

/** What a plan asks about a file: who imported the same content before. */
export interface FileQuestion {
  readonly siteId: number;
  readonly systemId: number;
  readonly sha256: string;
  /** Empty exports of two tables are the same bytes; null where a file holds several tables. */
  readonly table: string | null;
  readonly night: string;
}

/**
 * The run that made an import of this content pointless, if one did and still stands. Content that came back after something
 * else (a change taken back in the legacy system) is an export of its own when its night is the newer one. The newest content is
 * read again where somebody whom it holds is withheld no longer (`import_again`); an older one would bring back older rows.
 */
export const findImportOf = async (client: Client, question: FileQuestion): Promise<{ runId: number } | null> => {
  const { siteId, systemId, sha256, table, night } = question;
  const { rows } = await client.query<{ runId: number }>(
    `WITH imported AS (
       SELECT run.id AS run_id, run.night, file.sha256 FROM passerelle.import_file AS file
       JOIN passerelle.import_run AS run ON run.id = file.run_id
       WHERE file.status = 'imported' AND run.site_id = $1 AND run.system_id = $2 AND run.status = 'done'
         AND file.table_name IS NOT DISTINCT FROM $4
     )
     SELECT run_id AS "runId" FROM imported AS same
     WHERE sha256 = $3 AND NOT EXISTS (
       SELECT FROM imported AS later
       WHERE later.run_id > same.run_id AND later.sha256 <> $3 AND later.night < $5::date
     ) AND NOT (
       EXISTS (SELECT FROM passerelle.import_again AS again
               WHERE again.site_id = $1 AND again.system_id = $2 AND again.through_run >= same.run_id)
       AND NOT EXISTS (SELECT FROM imported AS later WHERE later.run_id > same.run_id AND later.sha256 <> $3)
     )
     ORDER BY run_id DESC LIMIT 1`,
    [siteId, systemId, sha256, table, night],
  );
  return rows[0] ?? null;
};
