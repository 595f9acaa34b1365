export const JOB_COLUMNS = `
  job.run_id AS "runId", job.no, job.stage, job.range_from::float8 AS "from", job.range_to::float8 AS "to",
  job.lease_token::text AS token, job.attempts`;

const FREE = `job.status = 'pending' AND (job.lease_until IS NULL OR job.lease_until < clock_timestamp())`;

const TAKE = `
  UPDATE passerelle.link_job AS job SET
    lease_token = nextval('passerelle.lease_token'),
    lease_until = clock_timestamp() + make_interval(secs => $3),
    attempts = job.attempts + 1`;

const WHILE_RUNNING = `EXISTS (SELECT FROM passerelle.link_run AS run WHERE run.id = job.run_id AND run.status = 'running')`;

/** $1 link run, $2 number, $3 seconds. */
export const TAKE_JOB = `${TAKE} WHERE job.run_id = $1 AND job.no = $2 AND ${FREE} AND ${WHILE_RUNNING} RETURNING ${JOB_COLUMNS}`;

/** Any free job of a stage. $1 link run, $2 stage, $3 seconds. */
export const TAKE_NEXT_JOB = `${TAKE}
  WHERE ${WHILE_RUNNING} AND (job.run_id, job.no) = (
    SELECT job.run_id, job.no FROM passerelle.link_job AS job
    WHERE job.run_id = $1 AND job.stage = $2 AND ${FREE} ORDER BY job.no LIMIT 1 FOR UPDATE SKIP LOCKED
  ) RETURNING ${JOB_COLUMNS}`;

/** $1 link run, $2 stage. */
export const FIND_FREE_JOBS = `
  SELECT job.no, job.attempts FROM passerelle.link_job AS job
  WHERE job.run_id = $1 AND job.stage = $2 AND ${FREE} ORDER BY job.no`;
