import type { Client } from '../connection/database.js';

export type RunMode = 'full' | 'delta';
export type RunStatus = 'running' | 'done' | 'refused' | 'failed' | 'rolled-back';

export interface NewRun {
  readonly kind: 'import' | 'replay';
  readonly siteId: number;
  readonly systemId: number;
  readonly night: string;
  readonly mode: RunMode;
  readonly profileVersion: number;
  readonly profileFingerprint: string;
  readonly policyVersion: number;
}

/** A run as the engine works with it. */
export interface Run extends NewRun {
  readonly id: number;
  readonly site: string;
  readonly system: string;
  readonly status: RunStatus;
  readonly firstLoad: boolean;
}

/** A first load compares nothing: no other run of this site and system has landed anything that still stands. */
const INSERT_RUN = `
  INSERT INTO passerelle.import_run
    (kind, site_id, system_id, night, mode, first_load, status, profile_version, profile_fingerprint, policy_version)
  SELECT $1, $2, $3, $4, $5,
    NOT EXISTS (SELECT FROM passerelle.import_run
                WHERE site_id = $2 AND system_id = $3 AND status NOT IN ('rolled-back', 'refused'))
      -- Refusals outlive a rollback, and must be compared with.
      AND NOT EXISTS (SELECT FROM passerelle.withheld_person AS mark
                      JOIN passerelle.source_table AS source_table ON source_table.id = mark.table_id
                      WHERE mark.site_id = $2 AND source_table.system_id = $3),
    'running', $6, $7, $8
  RETURNING id`;

const SELECT_RUN = `
  SELECT run.id, run.kind, run.site_id AS "siteId", run.system_id AS "systemId", run.night::text AS night, run.mode,
         run.first_load AS "firstLoad", run.status, run.profile_version AS "profileVersion",
         run.profile_fingerprint AS "profileFingerprint", run.policy_version AS "policyVersion",
         site.code AS site, system.code AS system
  FROM passerelle.import_run AS run
  JOIN passerelle.site AS site ON site.id = run.site_id
  JOIN passerelle.source_system AS system ON system.id = run.system_id`;

export const insertRun = async (client: Client, run: NewRun): Promise<number> => {
  const { rows } = await client.query<{ id: number }>(INSERT_RUN, [
    run.kind,
    run.siteId,
    run.systemId,
    run.night,
    run.mode,
    run.profileVersion,
    run.profileFingerprint,
    run.policyVersion,
  ]);
  if (rows[0] === undefined) throw new Error('the run was not inserted');
  return rows[0].id;
};

export const findRun = async (client: Client, id: number): Promise<Run | null> =>
  (await client.query<Run>(`${SELECT_RUN} WHERE run.id = $1`, [id])).rows[0] ?? null;

/** The run of a site and system that a crash or a stop left unfinished. */
export const findUnfinishedRun = async (client: Client, siteId: number, systemId: number): Promise<Run | null> =>
  (
    await client.query<Run>(
      `${SELECT_RUN} WHERE run.site_id = $1 AND run.system_id = $2 AND run.status = 'running' ORDER BY run.id LIMIT 1`,
      [siteId, systemId],
    )
  ).rows[0] ?? null;

/** The newest run of a site and system that still stands: the only one that may be rolled back. */
export const findLatestRun = async (client: Client, siteId: number, systemId: number): Promise<Run | null> =>
  (
    await client.query<Run>(
      `${SELECT_RUN} WHERE run.site_id = $1 AND run.system_id = $2 AND run.status NOT IN ('rolled-back', 'refused')
       ORDER BY run.id DESC LIMIT 1`,
      [siteId, systemId],
    )
  ).rows[0] ?? null;

export const finishRun = async (
  client: Client,
  id: number,
  end: { readonly status: RunStatus; readonly failure: string | null; readonly sheet: object | null },
): Promise<void> => {
  await client.query(
    `UPDATE passerelle.import_run
     SET status = $2, failure = $3, sheet = $4, finished_at = now(),
         duration_ms = extract(epoch FROM now() - started_at) * 1000
     WHERE id = $1`,
    [id, end.status, end.failure, end.sheet === null ? null : JSON.stringify(end.sheet)],
  );
};

/** Only one process imports into a site and system at a time; the lock goes with its connection. */
export const tryLockSource = async (client: Client, site: string, system: string): Promise<boolean> => {
  const { rows } = await client.query<{ locked: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked',
    [`passerelle import ${site} ${system}`],
  );
  return rows[0]?.locked === true;
};

export const unlockSource = async (client: Client, site: string, system: string): Promise<void> => {
  await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [`passerelle import ${site} ${system}`]);
};

/** Holds a running run for the caller's transaction. @returns false when somebody else has ended it */
export const holdRunning = async (client: Client, id: number): Promise<boolean> =>
  (await client.query(`SELECT FROM passerelle.import_run WHERE id = $1 AND status = 'running' FOR UPDATE`, [id]))
    .rowCount === 1;

/** The sheet of an ended run. */
export const findSheet = async (client: Client, id: number): Promise<object | null> =>
  (await client.query<{ sheet: object | null }>('SELECT sheet FROM passerelle.import_run WHERE id = $1', [id])).rows[0]
    ?.sheet ?? null;

/** Makes a failed run a running one again. @returns false when it is not a failed one */
export const reopenRun = async (client: Client, id: number): Promise<boolean> =>
  (
    await client.query(
      `UPDATE passerelle.import_run SET status = 'running', failure = NULL, finished_at = NULL WHERE id = $1 AND status = 'failed'`,
      [id],
    )
  ).rowCount === 1;

/** Milliseconds since the run was planned, by the database's clock. */
export const runAge = async (client: Client, id: number): Promise<number> =>
  (
    await client.query<{ ms: number }>(
      'SELECT (extract(epoch FROM clock_timestamp() - started_at) * 1000)::float8 AS ms FROM passerelle.import_run WHERE id = $1',
      [id],
    )
  ).rows[0]?.ms ?? 0;

/** The database's day, `YYYY-MM-DD`, as the sites live it. */
export const today = async (client: Client): Promise<string> =>
  (await client.query<{ day: string }>(`SELECT (clock_timestamp() AT TIME ZONE 'Europe/Paris')::date::text AS day`))
    .rows[0]?.day ?? '';
