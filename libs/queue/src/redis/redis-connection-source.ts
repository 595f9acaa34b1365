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
  disconnectTimeout: 500,
  retryStrategy: (times) => Math.min(times * RETRY_STEP_MS, LONGEST_RETRY_MS),
};

/** A client that knows the copies made of it: BullMQ duplicates it for each worker's blocking wait. */
class TrackedRedis extends Redis {
  readonly copies: TrackedRedis[] = [];

  override duplicate(override: Partial<RedisOptions> = {}): TrackedRedis {
    const copy = new TrackedRedis({ ...this.options, ...override });
    this.copies.push(copy);
    for (const listener of this.listeners('error')) copy.on('error', listener as (error: Error) => void);
    return copy;
  }

  /**
   * Between two attempts to reconnect, ioredis stops trying but never says `end`, and whoever closes a worker waits for
   * that word for ever. In the state `wait`, which has no socket either, it does say it. A client that has ended already
   * would start a timer for a socket that is gone.
   */
  override disconnect(reconnect = false): void {
    if (this.status === 'end') return;
    if (!reconnect && this.status === 'reconnecting') this.status = 'wait';
    super.disconnect(reconnect);
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

  get reachable(): boolean {
    return this.client.status === 'ready';
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

  private all(): TrackedRedis[] {
    return [this.client, ...this.client.copies];
  }
}
