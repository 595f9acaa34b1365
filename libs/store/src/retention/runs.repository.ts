import type { Client } from '../connection/database.js';

/** How a run of retention ended. `waiting`: done, and somebody must decide about persons without a date. */
export type RetentionStatus = 'running' | 'done' | 'waiting' | 'failed';

/** The last run, for whoever reports on the night. */
export interface RetentionRun {
  readonly id: number;
  readonly asOf: string;
  readonly status: RetentionStatus;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly failure: string | null;
  /** Counts by kind and site; null while it runs, and after a failure. */
  readonly report: object | null;
}

/** Notes that a run begins; runs that a crash left are failed by now. @returns its number */
export const beginRetentionRun = async (client: Client, today: string): Promise<number> => {
  await client.query(
    `UPDATE passerelle.retention_run SET status = 'failed', failure = 'retention.interrupted', finished_at = clock_timestamp()
     WHERE status = 'running'`,
  );
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO passerelle.retention_run (as_of, status) VALUES ($1::date, 'running') RETURNING id`,
    [today],
  );
  if (rows[0] === undefined) throw new Error('the run was not inserted');
  return rows[0].id;
};

export const endRetentionRun = async (
  client: Client,
  id: number,
  end: {
    readonly status: RetentionStatus;
    readonly failure: string | null;
    readonly report: object | null;
  },
): Promise<void> => {
  await client.query(
    `UPDATE passerelle.retention_run SET status = $2, failure = left($3, 80), report = $4, finished_at = clock_timestamp()
     WHERE id = $1`,
    [id, end.status, end.failure, end.report === null ? null : JSON.stringify(end.report)],
  );
};

export const findLastRetentionRun = async (client: Client): Promise<RetentionRun | null> =>
  (
    await client.query<RetentionRun>(
      `SELECT id, as_of::text AS "asOf", status, started_at AS "startedAt", finished_at AS "finishedAt", failure, report
       FROM passerelle.retention_run ORDER BY id DESC LIMIT 1`,
    )
  ).rows[0] ?? null;

const KEY = `hashtextextended('passerelle retention', 0)`;

/** Only one process purges at a time; the lock goes with its connection. */
export const tryLockRetention = async (client: Client): Promise<boolean> =>
  (await client.query<{ locked: boolean }>(`SELECT pg_try_advisory_lock(${KEY}) AS locked`)).rows[0]?.locked === true;

export const unlockRetention = async (client: Client): Promise<void> => {
  await client.query(`SELECT pg_advisory_unlock(${KEY})`);
};
