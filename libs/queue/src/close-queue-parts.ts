import type { Queue, Worker } from 'bullmq';
import type { QueueConnection } from './queue-connection.js';
import { settleWithin } from './settle-within.js';

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
  await settleWithin(closing, graceMs, report);
  await connection.close();
};
