import { type BulkJobOptions, ConnectionClosedError, type Queue } from 'bullmq';
import { closeQueueParts } from './close-queue-parts.js';
import type { QueueConnection } from './queue-connection.js';
import { ANSWER_TIMEOUT_MS, REACH_TIMEOUT_MS } from './queue-settings.js';
import { settleWithin } from './settle-within.js';

/** Jobs sent in one statement; keeps each well inside the time that a server has to answer. */
const BATCH = 1_000;

/** A job as BullMQ takes it: its payload holds identifiers only. */
export interface BulkJob<P> {
  readonly name: string;
  readonly data: P;
  readonly opts: BulkJobOptions;
}

/** Wakes workers for work that lies in PostgreSQL. What it holds may be lost at any moment: a sweeper sends it again. */
export abstract class JobQueue<P> {
  protected constructor(
    private readonly queue: Queue<P>,
    private readonly connection: QueueConnection,
  ) {
    queue.on('error', (error) => connection.faults.report('queue', error, queue.name));
  }

  /**
   * Sends jobs, each once for its id: what already waits or runs under that id is left alone.
   * @throws an error for which `isTransient` holds when the server is away or silent; nothing is lost, call again later
   */
  protected async send(jobs: readonly BulkJob<P>[]): Promise<void> {
    for (let from = 0; from < jobs.length; from += BATCH) {
      await this.connection.ready();
      await this.sendBatch(jobs.slice(from, from + BATCH));
    }
  }

  /** Connections that this process holds to the queues' server: at most 3 in PostgreSQL, 1 in Redis, and 1 a worker. */
  connectionCount(): number {
    return this.connection.connectionCount();
  }

  /** Closes the queue and its connections within a few seconds. Only for use outside Nest, whose shutdown does it. */
  async close(): Promise<void> {
    await closeQueueParts({ workers: [], queues: [this.queue], connection: this.connection }, REACH_TIMEOUT_MS);
  }

  /** BullMQ puts no limit on an answer, and with Redis a command sent into an outage waits for its end. */
  private async sendBatch(jobs: readonly BulkJob<P>[]): Promise<void> {
    let failure: { readonly error: unknown } | undefined;
    const added = this.queue.addBulk(jobs.map((job) => ({ ...job })) as Parameters<Queue<P>['addBulk']>[0]);
    const outcome = await settleWithin(added, ANSWER_TIMEOUT_MS, (error) => {
      failure = { error };
    });
    if (outcome === 'late') throw new ConnectionClosedError('queue.silent');
    if (failure !== undefined) throw failure.error;
  }
}
