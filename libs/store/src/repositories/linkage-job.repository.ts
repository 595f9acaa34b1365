import type { Client } from '../connection/database.js';
import { FIND_FREE_JOBS, TAKE_JOB, TAKE_NEXT_JOB } from '../sql/linkage-jobs.sql.js';

/** `prepare`: features of a range of ids (see idRange). `score`: the blocks of a range of codes. */
export type LinkStage = 'prepare' | 'score';

export interface NewLinkJob {
  readonly stage: LinkStage;
  /** From this number on, and below `to`. */
  readonly from: number;
  readonly to: number;
}

/** A job under a lease. `token` fences off whoever held it before. */
export interface LeasedJob extends NewLinkJob {
  readonly runId: number;
  readonly no: number;
  readonly token: string;
  readonly attempts: number;
}

export interface JobProgress {
  readonly pending: number;
  readonly done: number;
  readonly failed: number;
  readonly failure: string | null;
}

/** Adds jobs to a run, numbered on from those that it has. */
export const insertJobs = async (client: Client, runId: number, jobs: readonly NewLinkJob[]): Promise<void> => {
  await client.query(
    `INSERT INTO passerelle.link_job (run_id, no, stage, range_from, range_to)
     SELECT $1::integer, given.n + (SELECT coalesce(max(no), 0) FROM passerelle.link_job WHERE run_id = $1),
            given.stage, given.range_from, given.range_to
     FROM unnest($2::text[], $3::bigint[], $4::bigint[]) WITH ORDINALITY AS given (stage, range_from, range_to, n)`,
    [runId, jobs.map(({ stage }) => stage), jobs.map(({ from }) => from), jobs.map(({ to }) => to)],
  );
};

/** Takes a pending job for `seconds` by the database's clock; null when it is done, failed, in other hands or out of date. */
export const takeJob = async (client: Client, runId: number, no: number, seconds: number): Promise<LeasedJob | null> =>
  (await client.query<LeasedJob>(TAKE_JOB, [runId, no, seconds])).rows[0] ?? null;

/** Takes the next free job of a stage; null when there is none. */
export const takeNextJob = async (
  client: Client,
  runId: number,
  stage: LinkStage,
  seconds: number,
): Promise<LeasedJob | null> => (await client.query<LeasedJob>(TAKE_NEXT_JOB, [runId, stage, seconds])).rows[0] ?? null;

const HELD = `WHERE run_id = $1 AND no = $2 AND lease_token = $3 AND status = 'pending'`;

/** @returns false when somebody else holds the job by now */
export const renewJob = async (client: Client, job: LeasedJob, seconds: number): Promise<boolean> =>
  (
    await client.query(
      `UPDATE passerelle.link_job SET lease_until = clock_timestamp() + make_interval(secs => $4) ${HELD}`,
      [job.runId, job.no, job.token, seconds],
    )
  ).rowCount === 1;

/**
 * Ends a job inside the transaction that lands what it found.
 * @returns false when somebody else holds the job by now: the transaction must be rolled back (invariant 2)
 */
export const finishJob = async (client: Client, job: LeasedJob, counts: object): Promise<boolean> =>
  (
    await client.query(
      `UPDATE passerelle.link_job SET status = 'done', counts = $4, lease_until = NULL ${HELD}
         AND EXISTS (SELECT FROM passerelle.link_run AS run WHERE run.id = run_id AND run.status = 'running')`,
      [job.runId, job.no, job.token, JSON.stringify(counts)],
    )
  ).rowCount === 1;

/** Gives a job back at once. `spent`: the attempt counts. */
export const releaseJob = async (client: Client, job: LeasedJob, spent: boolean): Promise<void> => {
  await client.query(`UPDATE passerelle.link_job SET lease_until = NULL, attempts = attempts - $4 ${HELD}`, [
    job.runId,
    job.no,
    job.token,
    spent ? 0 : 1,
  ]);
};

export const failJob = async (client: Client, job: LeasedJob, failure: string): Promise<void> => {
  await client.query(
    `UPDATE passerelle.link_job SET status = 'failed', failure = left($4, 80), lease_until = NULL ${HELD}`,
    [job.runId, job.no, job.token, failure],
  );
};

/** Fails jobs that were taken `attempts` times and whose last holder went without a word: out of memory, most likely. */
export const giveUpDyingJobs = async (client: Client, runId: number, attempts: number): Promise<void> => {
  await client.query(
    `UPDATE passerelle.link_job SET status = 'failed', failure = 'link.job-dies', lease_until = NULL
     WHERE run_id = $1 AND status = 'pending' AND attempts >= $2 AND lease_until < clock_timestamp()`,
    [runId, attempts],
  );
};

/** Pending jobs of a stage that nobody holds: what the queue must hear of, also after it lost everything. */
export const findFreeJobs = async (
  client: Client,
  runId: number,
  stage: LinkStage,
): Promise<{ no: number; attempts: number }[]> =>
  (await client.query<{ no: number; attempts: number }>(FIND_FREE_JOBS, [runId, stage])).rows;

export const jobProgress = async (client: Client, runId: number, stage: LinkStage): Promise<JobProgress> =>
  (
    await client.query<JobProgress>(
      `SELECT count(*) FILTER (WHERE status = 'pending')::int AS pending, count(*) FILTER (WHERE status = 'done')::int AS done,
              count(*) FILTER (WHERE status = 'failed')::int AS failed, max(failure) AS failure
       FROM passerelle.link_job WHERE run_id = $1 AND stage = $2`,
      [runId, stage],
    )
  ).rows[0] ?? { pending: 0, done: 0, failed: 0, failure: null };

/** Counts of every finished job of a stage. */
export const findJobCounts = async (client: Client, runId: number, stage: LinkStage): Promise<object[]> =>
  (
    await client.query<{ counts: object }>(
      `SELECT counts FROM passerelle.link_job WHERE run_id = $1 AND stage = $2 AND counts IS NOT NULL ORDER BY no`,
      [runId, stage],
    )
  ).rows.map(({ counts }) => counts);
