import { UnrecoverableError } from 'bullmq';
import { z } from 'zod';
import { FIRE_AND_FORGET } from './job-payloads.js';
import type { BulkJob } from './job-queue.js';
import { JOBS } from './queue-settings.js';

const decimal = z.string().regex(/^[1-9][0-9]{0,9}$/);

/** Strict: a key that is not named here could carry a person's data, so the payload is refused whole. */
const linkJobSchema = z.strictObject({
  /** Key of the link run, in decimal. */
  runId: decimal,
  /** Number of the job in its run. */
  no: decimal,
});

/** What a `link` job says: identifiers only, everything else is read from PostgreSQL. */
export type LinkJobPayload = Readonly<z.infer<typeof linkJobSchema>>;

/** A link job to wake a worker for. `attempt` counts how often it was taken, from 0. */
export interface LinkJobToEnqueue extends LinkJobPayload {
  readonly attempt: number;
}

/**
 * The payload of a job, checked.
 * @throws UnrecoverableError without a word of the content, which is somebody else's and may hold anything
 */
export const readLinkJob = (data: unknown): LinkJobPayload => {
  const parsed = linkJobSchema.safeParse(data);
  if (!parsed.success) throw new UnrecoverableError('queue.payload-malformed');
  return parsed.data;
};

/** One queue job for one attempt at a link job; the id is derived, as that of a chunk is (see `toBulkJob`). */
export const toLinkBulkJob = ({ runId, no, attempt }: LinkJobToEnqueue): BulkJob<LinkJobPayload> => ({
  name: JOBS.link,
  data: linkJobSchema.parse({ runId, no }),
  opts: { jobId: `link-${runId}-${no}-${String(attempt)}`, ...FIRE_AND_FORGET },
});
