import { once } from 'node:events';
import { ConnectionClosedError, type ConnectionOptions } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import type { FaultReporter } from '../fault-reporter.js';
import type { QueueConnection } from '../queue-connection.js';
import { REACH_TIMEOUT_MS } from '../queue-settings.js';
import { settleWithin } from '../settle-within.js';

const CLOSE_MS = 2_000;
const LONGEST_RETRY_MS = 1_000;
const RETRY_STEP_MS = 100;

const RECOVERY: RedisOptions = {
  // Commands wait for the server's return (BullMQ demands it); whoever cannot wait asks `ready` first.
  maxRetriesPerRequest: null,
  connectTimeout: REACH_TIMEOUT_MS,
  retryStrategy: (times) => Math.min(times * RETRY_STEP_MS, LONGEST_RETRY_MS),
};

/** A client that knows the copies made of it: BullMQ duplicates it for each worker's blocking wait. */
class TrackedRedis extends Redis {
  readonly copies: Redis[] = [];

  override duplicate(override?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(override);
    this.copies.push(copy);
    for (const listener of this.listeners('error')) copy.on('error', listener as (error: Error) => void);
    return copy;
  }
}

/** One Redis client for all queues and workers of the process, plus one for each worker that waits. */
export class RedisConnectionSource implements QueueConnection {
  readonly kind = 'redis';
  readonly options: ConnectionOptions;
  private readonly client: TrackedRedis;
  private closed: Promise<void> | undefined;

  constructor(
    url: string,
    readonly prefix: string,
    readonly faults: FaultReporter,
  ) {
    this.client = new TrackedRedis(url, RECOVERY);
    this.client.on('error', (error) => this.faults.report('connection', error));
    this.options = this.client;
  }

  async ready(): Promise<void> {
    if (this.client.status === 'ready') return;
    if (this.closed !== undefined) throw new ConnectionClosedError();
    try {
      await once(this.client, 'ready', { signal: AbortSignal.timeout(REACH_TIMEOUT_MS) });
    } catch (error) {
      throw new ConnectionClosedError(undefined, error);
    }
  }

  connectionCount(): number {
    return this.all().filter(({ status }) => status === 'ready').length;
  }

  close(): Promise<void> {
    this.closed ??= this.closeAll();
    return this.closed;
  }

  private async closeAll(): Promise<void> {
    const report = (error: unknown): void => this.faults.report('close', error);
    const quits = this.all().map(async (client) => (client.status === 'end' ? undefined : client.quit()));
    await settleWithin(Promise.all(quits), CLOSE_MS, report);
    for (const client of this.all()) client.disconnect();
  }

  private all(): Redis[] {
    return [this.client, ...this.client.copies];
  }
}
