import type { Client } from '../connection/database.js';

export interface NewLinkRun {
  /** Of all source persons, or of those that were touched since the last one. */
  readonly scope: 'all' | 'touched';
  readonly modelVersion: number;
  /** Of the plan and of whatever else the result depends on. */
  readonly fingerprint: string;
}

export interface LinkRun extends NewLinkRun {
  readonly id: number;
  readonly status: 'running' | 'done' | 'failed';
  readonly failure: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly counts: Readonly<Record<string, unknown>> | null;
}

const SELECT = `
  SELECT id, scope, status, failure, model_version AS "modelVersion", config_fingerprint AS fingerprint,
         started_at AS "startedAt", finished_at AS "finishedAt", counts
  FROM passerelle.link_run`;

/** @returns the number of the new run; null when another one is running */
export const insertLinkRun = async (client: Client, run: NewLinkRun): Promise<number | null> =>
  (
    await client.query<{ id: number }>(
      `INSERT INTO passerelle.link_run (scope, model_version, config_fingerprint) VALUES ($1, $2, $3)
       ON CONFLICT (status) WHERE status = 'running' DO NOTHING RETURNING id`,
      [run.scope, run.modelVersion, run.fingerprint],
    )
  ).rows[0]?.id ?? null;

/** @returns false when somebody else has ended it: what the transaction did must be rolled back */
export const finishLinkRun = async (
  client: Client,
  id: number,
  end: { readonly status: 'done' | 'failed'; readonly failure: string | null; readonly counts: object | null },
): Promise<boolean> =>
  (
    await client.query(
      `UPDATE passerelle.link_run
       SET status = $2, failure = left($3, 80), counts = $4, finished_at = clock_timestamp()
       WHERE id = $1 AND status = 'running'`,
      [id, end.status, end.failure, end.counts === null ? null : JSON.stringify(end.counts)],
    )
  ).rowCount === 1;

export const findLinkRun = async (client: Client, id: number): Promise<LinkRun | null> =>
  (await client.query<LinkRun>(`${SELECT} WHERE id = $1`, [id])).rows[0] ?? null;

/** Holds a running run for the caller's transaction. @returns null when somebody else has ended it */
export const holdLinkRun = async (client: Client, id: number): Promise<LinkRun | null> =>
  (await client.query<LinkRun>(`${SELECT} WHERE id = $1 AND status = 'running' FOR UPDATE`, [id])).rows[0] ?? null;

/** Gives a running run, of which no pair has been scored yet, another model. */
export const changeRunModel = async (client: Client, id: number, modelVersion: number): Promise<void> => {
  await client.query(`UPDATE passerelle.link_run SET model_version = $2 WHERE id = $1 AND status = 'running'`, [
    id,
    modelVersion,
  ]);
};

/** The newest run that ended well; null where nothing was linked yet. */
export const findLatestLinkRun = async (client: Client): Promise<LinkRun | null> =>
  (await client.query<LinkRun>(`${SELECT} WHERE status = 'done' ORDER BY id DESC LIMIT 1`)).rows[0] ?? null;

/** The run that a crash or a stop has left, or that another process is working on. */
export const findRunningLinkRun = async (client: Client): Promise<LinkRun | null> =>
  (await client.query<LinkRun>(`${SELECT} WHERE status = 'running'`)).rows[0] ?? null;

/**
 * Whether a run of touched persons would not do: nothing has been linked yet, the last run was made with other rules or
 * another model, or a run of all persons was begun and not finished, so that keys may be missing.
 */
export const mustLinkAll = async (client: Client, modelVersion: number, fingerprint: string): Promise<boolean> => {
  const { rows } = await client.query<{ done: boolean; same: boolean }>(
    `SELECT status = 'done' AS done, model_version = $1 AND config_fingerprint = $2 AS same
     FROM passerelle.link_run WHERE scope = 'all' OR status = 'done' ORDER BY id DESC LIMIT 1`,
    [modelVersion, fingerprint],
  );
  return rows[0] === undefined || !rows[0].done || !rows[0].same;
};

/** Only one process links at a time; the lock goes with its connection. */
export const tryLockLinkage = async (client: Client): Promise<boolean> =>
  (
    await client.query<{ locked: boolean }>(
      `SELECT pg_try_advisory_lock(hashtextextended('passerelle linkage', 0)) AS locked`,
    )
  ).rows[0]?.locked === true;

/** The same for the length of a transaction, which frees it however it ends. */
export const tryLockLinkageForNow = async (client: Client): Promise<boolean> =>
  (
    await client.query<{ locked: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('passerelle linkage', 0)) AS locked`,
    )
  ).rows[0]?.locked === true;

/** The same, and waits `seconds` at most for a link run that is under way. @throws the database's error 55P03 */
export const lockLinkageWithin = async (client: Client, seconds: number): Promise<void> => {
  await client.query(`SELECT set_config('lock_timeout', $1, true)`, [`${String(seconds)}s`]);
  await lockLinkageForNow(client);
};

/** The same, and waits for a link run that is under way. */
export const lockLinkageForNow = async (client: Client): Promise<void> => {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('passerelle linkage', 0))`);
};

export const unlockLinkage = async (client: Client): Promise<void> => {
  await client.query(`SELECT pg_advisory_unlock(hashtextextended('passerelle linkage', 0))`);
};
