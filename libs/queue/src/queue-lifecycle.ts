import { InjectQueue, WorkerHost } from '@nestjs/bullmq';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Queue, type Worker } from 'bullmq';
import { closeQueueParts } from './close-queue-parts.js';
import type { QueueConnection } from './queue-connection.js';
import { DEFAULT_CLOSE_TIMEOUT_MS, QUEUES, type QueueSettings } from './queue-settings.js';
import { QUEUE_CONNECTION, QUEUE_SETTINGS } from './queue.tokens.js';

/**
 * Stops the queues in order and in time: workers, queues, connections. `@nestjs/bullmq` closes the first two itself, one
 * step later and without a limit, in no set order; by then there is nothing left to do.
 */
@Injectable()
export class QueueLifecycle implements BeforeApplicationShutdown {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @InjectQueue(QUEUES.importChunks) private readonly chunks: Queue,
    @InjectQueue(QUEUES.linkJobs) private readonly links: Queue,
    @Inject(QUEUE_CONNECTION) private readonly connection: QueueConnection,
    @Inject(QUEUE_SETTINGS) private readonly settings: QueueSettings,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    const workers = this.discovery
      .getProviders()
      .map(({ instance }): unknown => instance)
      .filter((instance): instance is WorkerHost => instance instanceof WorkerHost)
      .map(({ worker }): Worker => worker);
    const graceMs = this.settings.closeTimeoutMs ?? DEFAULT_CLOSE_TIMEOUT_MS;
    await closeQueueParts({ workers, queues: [this.chunks, this.links], connection: this.connection }, graceMs);
  }
}
