import { FaultReporter, openQueueConnection, WakeQueue } from '#libs/queue';
import type { DatabaseAccess, Logger, Settings } from '#libs/runtime';
import { type DispatchCounts, type DispatchLimits, type WebhookDesk, WebhookDispatcher } from '#libs/services';
import { Database } from '#libs/store';

const QUEUE = 'webhooks';
/** Of its own: attempts that end together must not take the connections that requests wait for. */
const CONNECTIONS = 4;

/** What deliveries of this process are made with. `limits` are for tests. */
export interface WebhookDeliveryParts {
  readonly desk: WebhookDesk;
  readonly settings: Pick<Settings, 'redisUrl'>;
  readonly logger: Logger;
  readonly limits?: Partial<DispatchLimits>;
}

/** The dispatcher of a gateway process, from the moment on when the database is known. */
export class WebhookDelivery {
  private dispatcher: WebhookDispatcher | undefined;
  private database: Database | undefined;
  private isStopped = false;

  constructor(private readonly parts: WebhookDeliveryParts) {}

  /** Begins to deliver; called again it changes nothing. Outages of database and queue are waited for. */
  begin({ url, connection: store }: Pick<DatabaseAccess, 'url' | 'connection'>): void {
    if (this.dispatcher !== undefined || this.isStopped) return;
    const { desk, settings, logger, limits } = this.parts;
    const faults = new FaultReporter(() => logger.warn({ queue: QUEUE }, 'the queue that wakes webhooks met a fault'));
    const connection = openQueueConnection(
      {
        postgres: { connectionString: url },
        ...(settings.redisUrl === undefined ? {} : { redisUrl: settings.redisUrl }),
      },
      faults,
    );
    this.database = new Database(store, {
      max: CONNECTIONS,
      onLost: (error) => logger.warn({ err: error }, 'webhooks lost a connection to the database'),
    });
    this.dispatcher = new WebhookDispatcher({
      database: this.database,
      box: desk.box,
      send: { rules: desk.rules },
      channel: new WakeQueue(QUEUE, connection),
      logger,
      ...(limits === undefined ? {} : { limits }),
    });
    this.dispatcher.start();
  }

  /** To be called after the commit of a change that put something into the outbox, or set it on its way again. */
  ring(): void {
    this.dispatcher?.ring();
  }

  /** How attempts of this process ended. */
  counts(): DispatchCounts {
    return this.dispatcher?.counts() ?? { delivered: 0, again: 0, dead: 0, gone: 0, lost: 0 };
  }

  /** Within about four seconds; what is under way then is given back. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.dispatcher?.stop();
    await this.database?.close();
  }
}
