import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import { ConnectionClosedError, Queue } from 'bullmq';
import { closeQueueParts } from './close-queue-parts.js';
import { toBulkJob, type ChunkToEnqueue, type LoadChunkPayload } from './job-payloads.js';
import type { QueueConnection } from './queue-connection.js';
import { ANSWER_TIMEOUT_MS, QUEUES, REACH_TIMEOUT_MS } from './queue-settings.js';
import { QUEUE_CONNECTION } from './queue.tokens.js';
import { settleWithin } from './settle-within.js';

/** Jobs sent in one statement; keeps each well inside the time that a server has to answer. */
const BATCH = 1_000;

/** Wakes workers for chunks. What it holds may be lost at any moment: a sweeper calls it again with what still waits. */
@Injectable()
export class ChunkQueue {
  constructor(
    @InjectQueue(QUEUES.importChunks) private readonly queue: Queue<LoadChunkPayload>,
    @Inject(QUEUE_CONNECTION) private readonly connection: QueueConnection,
  ) {
    queue.on('error', (error) => connection.faults.report('queue', error, queue.name));
  }

  /**
   * Enqueues the chunks, each once for its attempt: what already waits or runs under that attempt is left alone.
   * @throws an error for which `isTransient` holds when the server is away or silent; nothing is lost, call again later
   */
  async enqueue(chunks: readonly ChunkToEnqueue[]): Promise<void> {
    const jobs = chunks.map(toBulkJob);
    for (let from = 0; from < jobs.length; from += BATCH) {
      await this.connection.ready();
      await this.send(jobs.slice(from, from + BATCH));
    }
  }

  /** Connections that this process holds to the queue's server: at most 3 in PostgreSQL, 1 in Redis, and 1 a worker. */
  connectionCount(): number {
    return this.connection.connectionCount();
  }

  /** Closes the queue and its connections within a few seconds. Only for use outside Nest, whose shutdown does it. */
  async close(): Promise<void> {
    await closeQueueParts({ workers: [], queues: [this.queue], connection: this.connection }, REACH_TIMEOUT_MS);
  }

  /** BullMQ puts no limit on an answer, and with Redis a command sent into an outage waits for its end. */
  private async send(jobs: readonly ReturnType<typeof toBulkJob>[]): Promise<void> {
    let failure: { readonly error: unknown } | undefined;
    const added = this.queue.addBulk([...jobs]);
    const outcome = await settleWithin(added, ANSWER_TIMEOUT_MS, (error) => {
      failure = { error };
    });
    if (outcome === 'late') throw new ConnectionClosedError('queue.silent');
    if (failure !== undefined) throw failure.error;
  }
}
