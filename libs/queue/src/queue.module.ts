import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ChunkQueue } from './chunk-queue.js';
import { LinkQueue } from './link-queue.js';
import { openQueueConnection, type QueueConnection } from './queue-connection.js';
import { QueueLifecycle } from './queue-lifecycle.js';
import { QUEUES, type QueueSettings } from './queue-settings.js';
import { QUEUE_CONNECTION, QUEUE_SETTINGS } from './queue.tokens.js';

/** Nobody replays old events of the queue; a short stream keeps its table small. */
const KEPT_EVENTS = 500;

/** The connection alone, global, because `BullModule` needs it before any queue exists. */
@Module({})
class QueueConnectionModule {
  static forRoot(settings: QueueSettings): DynamicModule {
    const connection = { provide: QUEUE_CONNECTION, useFactory: () => openQueueConnection(settings) };
    const known = { provide: QUEUE_SETTINGS, useValue: settings };
    return {
      module: QueueConnectionModule,
      global: true,
      providers: [connection, known],
      exports: [connection, known],
    };
  }
}

/** The queues of the program. Import it once, at the root; its exports are global. */
@Module({})
export class QueueModule {
  /** Returns at once and connects in the background: a server that is away at start is waited for. */
  static forRoot(settings: QueueSettings): DynamicModule {
    const root = BullModule.forRootAsync({
      inject: [QUEUE_CONNECTION],
      useFactory: ({ options, prefix }: QueueConnection) => ({
        connection: options,
        prefix,
        streams: { events: { maxLen: KEPT_EVENTS } },
      }),
    });
    const queues = BullModule.registerQueue(...Object.values(QUEUES).map((name) => ({ name })));
    return {
      module: QueueModule,
      global: true,
      imports: [QueueConnectionModule.forRoot(settings), DiscoveryModule, root, queues],
      providers: [ChunkQueue, LinkQueue, QueueLifecycle],
      exports: [ChunkQueue, LinkQueue, queues],
    };
  }
}
