import type { Queue, Worker } from 'bullmq';
import type { QueueConnection } from './queue-connection.js';
import { settleWithin } from './settle-within.js';

/** Without the server no job can be ended in the queue; those that run have this long to notice the stop. */
const GRACE_WHILE_AWAY_MS = 2_000;

interface QueueParts {
  readonly workers: readonly Pick<Worker, 'close'>[];
  readonly queues: readonly Pick<Queue, 'close'>[];
  readonly connection: QueueConnection;
}

/**
 * Stops taking jobs, waits at most `graceMs` milliseconds for those that run, then closes the connections, by force if
 * need be. Never rejects and never hangs, also during an outage or right after the parts were made. A job that runs past
 * the grace loses its queue, not its work: the lease in PostgreSQL says who goes on.
 */
export const closeQueueParts = async ({ workers, queues, connection }: QueueParts, graceMs: number): Promise<void> => {
  const report = (error: unknown): void => connection.faults.report('close', error);
  const closing = Promise.all(workers.map((worker) => worker.close())).then(() =>
    Promise.all(queues.map((queue) => queue.close())),
  );
  const grace = connection.reachable ? graceMs : Math.min(graceMs, GRACE_WHILE_AWAY_MS);
  await settleWithin(closing, grace, report);
  await connection.close();
};
