import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { JobQueue } from './job-queue.js';
import { type LinkJobToEnqueue, toLinkBulkJob, type LinkJobPayload } from './link-payloads.js';
import type { QueueConnection } from './queue-connection.js';
import { QUEUES } from './queue-settings.js';
import { QUEUE_CONNECTION } from './queue.tokens.js';

/** Wakes workers for the jobs of link runs. */
@Injectable()
export class LinkQueue extends JobQueue<LinkJobPayload> {
  constructor(
    @InjectQueue(QUEUES.linkJobs) queue: Queue<LinkJobPayload>,
    @Inject(QUEUE_CONNECTION) connection: QueueConnection,
  ) {
    super(queue, connection);
  }

  /** Enqueues the jobs, each once for its attempt. @throws as `JobQueue` does */
  async enqueue(jobs: readonly LinkJobToEnqueue[]): Promise<void> {
    await this.send(jobs.map(toLinkBulkJob));
  }
}
