import type { Client } from '../connection/database.js';
import type { RunMode, RunStatus } from './run.repository.js';

/** A run as `passerelle runs` lists it. Times are ISO 8601 in UTC. */
export interface RunSummary {
  /** `R` and its number. */
  readonly run: string;
  readonly kind: 'import' | 'replay';
  readonly site: string;
  readonly source: string;
  readonly night: string;
  readonly mode: RunMode;
  readonly status: RunStatus;
  readonly failure: string | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly durationMs: number | null;
}

/** The same with its files, versions and balance sheet. */
export interface RunReport extends RunSummary {
  readonly profileVersion: number;
  readonly profileFingerprint: string;
  readonly policyVersion: number;
  readonly files: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly size: number;
    readonly shape: string;
    readonly status: 'imported' | 'already-imported' | 'refused';
    readonly reason: string | null;
    readonly encoding: string | null;
    readonly records: Readonly<Record<string, number>>;
  }[];
  readonly sheet: object | null;
}

const UTC = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const SUMMARY = `
  'R' || run.id AS run, run.kind, site.code AS site, system.code AS source, run.night::text AS night, run.mode, run.status,
  run.failure, to_char(run.started_at AT TIME ZONE 'UTC', ${UTC}) AS "startedAt",
  to_char(run.finished_at AT TIME ZONE 'UTC', ${UTC}) AS "finishedAt", run.duration_ms AS "durationMs"`;

const FROM_RUN = `
  FROM passerelle.import_run AS run
  JOIN passerelle.site AS site ON site.id = run.site_id
  JOIN passerelle.source_system AS system ON system.id = run.system_id`;

/** Newest first. */
export const listRuns = async (client: Client, limit: number): Promise<RunSummary[]> =>
  (await client.query<RunSummary>(`SELECT ${SUMMARY} ${FROM_RUN} ORDER BY run.id DESC LIMIT $1`, [limit])).rows;

const FILES = `
  SELECT name, sha256, size::float8 AS size, shape, status, reason, encoding, records
  FROM passerelle.import_file WHERE run_id = $1 ORDER BY name, id`;

export const findRunReport = async (client: Client, id: number): Promise<RunReport | null> => {
  const { rows } = await client.query<Omit<RunReport, 'files'>>(
    `SELECT ${SUMMARY}, run.profile_version AS "profileVersion", run.profile_fingerprint AS "profileFingerprint",
            run.policy_version AS "policyVersion", run.sheet ${FROM_RUN} WHERE run.id = $1`,
    [id],
  );
  const [run] = rows;
  if (run === undefined) return null;
  const files = await client.query<RunReport['files'][number]>(FILES, [id]);
  const { sheet, ...facts } = run;
  return { ...facts, files: files.rows, sheet };
};
