import { UnrecoverableError, type BulkJobOptions } from 'bullmq';
import { z } from 'zod';
import type { BulkJob } from './job-queue.js';
import { JOBS } from './queue-settings.js';

const decimal = z.string().regex(/^[1-9][0-9]{0,18}$/);

/** Strict: a key that is not named here could carry a person's data, so the payload is refused whole. */
const loadChunkSchema = z.strictObject({
  /** Key of the chunk row, in decimal. */
  chunkId: decimal,
  /** Key of the import run. */
  runId: z.string().regex(/^[0-9A-Za-z_-]{1,64}$/),
});

/** What a `load-chunk` job says: identifiers only, everything else is read from PostgreSQL. */
export type LoadChunkPayload = Readonly<z.infer<typeof loadChunkSchema>>;

/** A chunk to wake a worker for. `attempt` is another number each time that the chunk is given out anew. */
export interface ChunkToEnqueue extends LoadChunkPayload {
  readonly attempt: number;
}

/**
 * The payload of a job, checked.
 * @throws UnrecoverableError without a word of the content, which is somebody else's and may hold anything
 */
export const readLoadChunk = (data: unknown): LoadChunkPayload => {
  const parsed = loadChunkSchema.safeParse(data);
  if (!parsed.success) throw new UnrecoverableError('queue.payload-malformed');
  return parsed.data;
};

/** How often to try, and what becomes of a job, is settled in PostgreSQL: the queue tries once and forgets. */
export const FIRE_AND_FORGET = {
  attempts: 1,
  removeOnComplete: true,
  removeOnFail: true,
  stackTraceLimit: 0,
} as const satisfies BulkJobOptions;

/**
 * One job for one attempt at a chunk. The id is derived, so that enqueuing again what still waits changes nothing.
 * Finished jobs are removed at once, otherwise BullMQ would go on ignoring their id: a sweeper could never revive a chunk
 * whose job ended without settling it. A job stuck with a dead worker keeps its id until it stalls, so `attempt` is a new
 * number once a worker had the chunk, or once it was revived, and the new id is free.
 */
export const toBulkJob = ({ chunkId, runId, attempt }: ChunkToEnqueue): BulkJob<LoadChunkPayload> => ({
  name: JOBS.loadChunk,
  data: loadChunkSchema.parse({ chunkId, runId }),
  opts: { jobId: `chunk-${chunkId}-${String(attempt)}`, ...FIRE_AND_FORGET },
});
