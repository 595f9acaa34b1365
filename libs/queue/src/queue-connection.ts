import type { ConnectionOptions } from 'bullmq';
import { installBackends } from './backend-factory.js';
import { FaultReporter } from './fault-reporter.js';
import { PostgresConnectionSource } from './postgres/postgres-connection-source.js';
import { DEFAULT_PREFIX, DEFAULT_SCHEMA, type QueueSettings } from './queue-settings.js';
import { RedisConnectionSource } from './redis/redis-connection-source.js';

/** One per process: what its queues and workers share to reach the server, whichever server that is. */
export interface QueueConnection {
  readonly kind: 'postgres' | 'redis';
  /** For the `connection` option of BullMQ's classes. */
  readonly options: ConnectionOptions;
  readonly prefix: string;
  readonly faults: FaultReporter;
  /** False while the server is known to be away. */
  readonly reachable: boolean;
  /**
   * Resolves at once when the server was reached and the queue tables are there, tries to get that far otherwise. An outage
   * that began since then shows in the call that meets it.
   * @throws an error for which `isTransient` holds when the server is away, within `REACH_TIMEOUT_MS`
   * @throws TeachingError `queue.schema-denied`, `queue.schema-newer`
   */
  ready(): Promise<void>;
  /** Connections to the server that this process holds right now. */
  connectionCount(): number;
  /** Closes every connection within two seconds, cutting those that do not end by themselves. Never rejects. */
  close(): Promise<void>;
}

/** Opens the connection that the settings ask for. Returns at once; nothing is awaited and nothing can fail yet. */
export const openQueueConnection = (settings: QueueSettings, faults = new FaultReporter()): QueueConnection => {
  installBackends();
  const prefix = settings.prefix ?? DEFAULT_PREFIX;
  if (settings.redisUrl !== undefined) return new RedisConnectionSource(settings.redisUrl, prefix, faults);
  const schema = settings.schema ?? DEFAULT_SCHEMA;
  return new PostgresConnectionSource(settings.postgres.connectionString, schema, prefix, faults);
};
