import type { Client } from '../connection/database.js';
import type { TableCounts } from '../loading/table-counts.js';

/** Records that share a key with another one of their table, by table and record number (see MapContext.sharedKey). */
export type SharedKeys = Readonly<Record<string, Readonly<Record<string, 'duplicate' | 'withheld'>>>>;

export interface NewChunk {
  readonly fileId: number;
  readonly phase: number;
  readonly start: number;
  readonly end: number;
  readonly firstRecord: Readonly<Record<string, number>>;
  readonly sharedKeys: SharedKeys | null;
}

/** A chunk under a lease. `token` fences off whoever held it before. */
export interface LeasedChunk extends NewChunk {
  readonly id: number;
  readonly runId: number;
  readonly token: string;
  readonly attempts: number;
}

const INSERT_CHUNKS = `
  INSERT INTO passerelle.import_chunk (run_id, file_id, phase, byte_start, byte_end, first_record, shared_keys)
  SELECT $1, given.* FROM unnest($2::int[], $3::smallint[], $4::bigint[], $5::bigint[], $6::jsonb[], $7::jsonb[]) AS given`;

export const insertChunks = async (client: Client, runId: number, chunks: readonly NewChunk[]): Promise<void> => {
  await client.query(INSERT_CHUNKS, [
    runId,
    chunks.map((chunk) => chunk.fileId),
    chunks.map((chunk) => chunk.phase),
    chunks.map((chunk) => chunk.start),
    chunks.map((chunk) => chunk.end),
    chunks.map((chunk) => JSON.stringify(chunk.firstRecord)),
    chunks.map((chunk) => (chunk.sharedKeys === null ? null : JSON.stringify(chunk.sharedKeys))),
  ]);
};

const TAKE_LEASE = `
  UPDATE passerelle.import_chunk SET
    lease_token = nextval('passerelle.lease_token'),
    lease_until = clock_timestamp() + make_interval(secs => $2),
    attempts = attempts + 1
  WHERE id = $1 AND status = 'pending' AND (lease_until IS NULL OR lease_until < clock_timestamp())
    AND EXISTS (SELECT FROM passerelle.import_run AS run WHERE run.id = run_id AND run.status = 'running')
  RETURNING id, run_id AS "runId", file_id AS "fileId", phase, byte_start::float8 AS start, byte_end::float8 AS "end",
            first_record AS "firstRecord", shared_keys AS "sharedKeys", lease_token::text AS token, attempts`;

/**
 * Takes a pending chunk for `seconds` by the database's clock; null when it is done, failed or in other hands, or when its run
 * has ended: a job may outlive the run in the queue.
 */
export const takeLease = async (client: Client, id: number, seconds: number): Promise<LeasedChunk | null> =>
  (await client.query<LeasedChunk>(TAKE_LEASE, [id, seconds])).rows[0] ?? null;

export const renewLease = async (client: Client, chunk: LeasedChunk, seconds: number): Promise<boolean> =>
  (
    await client.query(
      `UPDATE passerelle.import_chunk SET lease_until = clock_timestamp() + make_interval(secs => $3)
       WHERE id = $1 AND lease_token = $2 AND status = 'pending'`,
      [chunk.id, chunk.token, seconds],
    )
  ).rowCount === 1;

/**
 * Ends a chunk inside the transaction that landed it.
 * @returns false when somebody else holds the chunk by now: the transaction must be rolled back (invariant 2)
 */
export const finishChunk = async (
  client: Client,
  chunk: LeasedChunk,
  counts: ReadonlyMap<string, TableCounts>,
): Promise<boolean> =>
  (
    await client.query(
      `UPDATE passerelle.import_chunk SET status = 'done', counts = $3, lease_until = NULL
       WHERE id = $1 AND lease_token = $2 AND status = 'pending'`,
      [chunk.id, chunk.token, JSON.stringify(Object.fromEntries(counts))],
    )
  ).rowCount === 1;

/** By this name the server knows who lands a chunk. */
const landingName = (chunkId: number): string => `passerelle chunk ${String(chunkId)}`;

/**
 * A batch asks for some hundred rows by their keys: always by the index, whatever the planner thinks of a table that has grown
 * by a million rows since it was last counted.
 */
const BY_INDEX = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'] as const;

/**
 * Begins the transaction that lands a chunk. Former holders that stopped in the middle of theirs are cut off: their locks would
 * keep this one waiting, and the server's time limit for idle transactions does not count while a COPY waits for its rows.
 */
export const beginLanding = async (client: Client, { id, attempts }: LeasedChunk): Promise<void> => {
  const settings = BY_INDEX.map((name) => `set_config('${name}', 'off', true)`).join(', ');
  await client.query(`SELECT set_config('application_name', $1, true), ${settings}`, [landingName(id)]);
  if (attempts < 2) return;
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND usename = current_user AND application_name = $1 AND pid <> pg_backend_pid()`,
    [landingName(id)],
  );
};

/** Gives a chunk back at once: a stop, or a failure that another attempt may not meet. `spent`: the attempt counts. */
export const releaseLease = async (client: Client, chunk: LeasedChunk, spent: boolean): Promise<void> => {
  await client.query(
    `UPDATE passerelle.import_chunk SET lease_until = NULL, attempts = attempts - $3
     WHERE id = $1 AND lease_token = $2 AND status = 'pending'`,
    [chunk.id, chunk.token, spent ? 0 : 1],
  );
};

export const failChunk = async (client: Client, chunk: LeasedChunk, failure: string): Promise<void> => {
  await client.query(
    `UPDATE passerelle.import_chunk SET status = 'failed', failure = $3, lease_until = NULL
     WHERE id = $1 AND lease_token = $2 AND status = 'pending'`,
    [chunk.id, chunk.token, failure.slice(0, 80)],
  );
};

/** How far a run has come. */
export interface ChunkProgress {
  readonly pending: number;
  readonly done: number;
  readonly failed: number;
  readonly failure: string | null;
  /** Records of finished chunks. */
  readonly records: number;
}

export const chunkProgress = async (client: Client, runId: number, phase: number): Promise<ChunkProgress> => {
  const { rows } = await client.query<ChunkProgress>(
    `SELECT count(*) FILTER (WHERE status = 'pending' AND phase = $2)::int AS pending,
            count(*) FILTER (WHERE status = 'done' AND phase = $2)::int AS done,
            count(*) FILTER (WHERE status = 'failed')::int AS failed,
            max(failure) AS failure,
            coalesce(sum((SELECT sum((value ->> 'read')::int) FROM jsonb_each(coalesce(counts, '{}')))), 0)::int AS records
     FROM passerelle.import_chunk WHERE run_id = $1`,
    [runId, phase],
  );
  return rows[0] ?? { pending: 0, done: 0, failed: 0, failure: null, records: 0 };
};

/**
 * Pending chunks of a phase that nobody holds: what the queue must hear of, also after it lost everything. `turn` is another
 * number each time that a chunk was taken or revived; 0: nobody has ever had it.
 */
export const findFreeChunks = async (
  client: Client,
  runId: number,
  phase: number,
): Promise<{ id: number; turn: number }[]> =>
  (
    await client.query<{ id: number; turn: number }>(
      `SELECT id, coalesce(lease_token, 0)::float8 AS turn FROM passerelle.import_chunk
       WHERE run_id = $1 AND phase = $2 AND status = 'pending' AND (lease_until IS NULL OR lease_until < clock_timestamp())
       ORDER BY id`,
      [runId, phase],
    )
  ).rows;

/** Fails chunks that were taken `attempts` times and whose last holder went without a word: out of memory, most likely. */
export const giveUpDyingChunks = async (
  client: Client,
  runId: number,
  phase: number,
  attempts: number,
): Promise<void> => {
  await client.query(
    `UPDATE passerelle.import_chunk SET status = 'failed', failure = 'run.chunk-dies', lease_until = NULL
     WHERE run_id = $1 AND phase = $2 AND status = 'pending' AND attempts >= $3 AND lease_until < clock_timestamp()`,
    [runId, phase, attempts],
  );
};

/**
 * Takes the pending chunks of a run away from their workers: whoever is landing one finds it gone and rolls back, whoever has
 * just landed one is waited for.
 */
export const withdrawChunks = async (client: Client, runId: number): Promise<void> => {
  await client.query(`DELETE FROM passerelle.import_chunk WHERE run_id = $1 AND status = 'pending'`, [runId]);
};

/**
 * Makes failed chunks of a run pending again, for `runs resume`, and takes the others out of all hands: whoever still works on
 * one began before the cause was mended, and must not fail the run again. The queue may still hold the job of a worker that
 * died: by its new token a chunk gets a job of its own.
 */
export const reviveFailedChunks = async (client: Client, runId: number): Promise<void> => {
  await client.query(
    `UPDATE passerelle.import_chunk
     SET status = 'pending', attempts = 0, failure = NULL, lease_token = nextval('passerelle.lease_token'), lease_until = NULL
     WHERE run_id = $1 AND status IN ('failed', 'pending')`,
    [runId],
  );
};

export const findPhases = async (client: Client, runId: number): Promise<number[]> =>
  (
    await client.query<{ phase: number }>(
      'SELECT DISTINCT phase FROM passerelle.import_chunk WHERE run_id = $1 ORDER BY phase',
      [runId],
    )
  ).rows.map(({ phase }) => phase);

/** Counts of every finished chunk, by file. */
export const findCounts = async (
  client: Client,
  runId: number,
): Promise<{ fileId: number; counts: Record<string, TableCounts> }[]> =>
  (
    await client.query<{ fileId: number; counts: Record<string, TableCounts> }>(
      `SELECT file_id AS "fileId", counts FROM passerelle.import_chunk WHERE run_id = $1 AND counts IS NOT NULL ORDER BY id`,
      [runId],
    )
  ).rows;

export const countPendingChunks = async (client: Client, runId: number): Promise<number> =>
  (
    await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM passerelle.import_chunk WHERE run_id = $1 AND status = 'pending'`,
      [runId],
    )
  ).rows[0]?.n ?? 0;
