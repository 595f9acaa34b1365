import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { JobQueue } from './job-queue.js';
import { toBulkJob, type ChunkToEnqueue, type LoadChunkPayload } from './job-payloads.js';
import type { QueueConnection } from './queue-connection.js';
import { QUEUES } from './queue-settings.js';
import { QUEUE_CONNECTION } from './queue.tokens.js';

/** Wakes workers for chunks of imports. */
@Injectable()
export class ChunkQueue extends JobQueue<LoadChunkPayload> {
  constructor(
    @InjectQueue(QUEUES.importChunks) queue: Queue<LoadChunkPayload>,
    @Inject(QUEUE_CONNECTION) connection: QueueConnection,
  ) {
    super(queue, connection);
  }

  /** Enqueues the chunks, each once for its attempt. @throws as `JobQueue` does */
  async enqueue(chunks: readonly ChunkToEnqueue[]): Promise<void> {
    await this.send(chunks.map(toBulkJob));
  }
}
