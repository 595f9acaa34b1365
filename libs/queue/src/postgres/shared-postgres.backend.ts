import { setTimeout as delay } from 'node:timers/promises';
import { isTransient } from '#libs/domain';
import { PostgresConnection, PostgresQueueBackend, type QueueBaseOptions } from 'bullmq';
import type { PostgresConnectionSource } from './postgres-connection-source.js';

/** The longest that an idle worker sits without looking, in seconds. BullMQ's own figure is an hour. */
const LONGEST_WAIT_S = 5;

/** Pause after a failed attempt to listen, in milliseconds; BullMQ's worker would try ten times a second. */
const LISTEN_RETRY_MS = 500;

/** BullMQ remembers a failed first contact for ever; readiness is asked of the shared source each time instead. */
class SharedPostgresConnection extends PostgresConnection {
  constructor(private readonly source: PostgresConnectionSource) {
    super(source);
  }

  override async waitUntilReady(): Promise<void> {
    return this.source.ready();
  }
}

/** BullMQ's PostgreSQL backend on the shared source: it comes back by itself after any outage. */
export class SharedPostgresBackend extends PostgresQueueBackend {
  constructor(
    private readonly source: PostgresConnectionSource,
    name: string,
    options: QueueBaseOptions<PostgresConnectionSource>,
  ) {
    super(new SharedPostgresConnection(source), name, options);
  }

  override get maximumBlockTimeout(): number {
    return LONGEST_WAIT_S;
  }

  override async waitUntilReady(): Promise<void> {
    return this.connection.waitUntilReady();
  }

  /**
   * During an outage there is nothing to look for; the next round will. BullMQ's worker would sleep five seconds on the
   * error, with a timer that its `close` does not stop.
   */
  override async moveStalledJobsToWait(): Promise<string[]> {
    try {
      return await super.moveStalledJobsToWait();
    } catch (error) {
      if (!isTransient(error)) throw error;
      this.source.faults.report('worker', error);
      return [];
    }
  }

  override async waitForJob(
    ...args: Parameters<PostgresQueueBackend['waitForJob']>
  ): ReturnType<PostgresQueueBackend['waitForJob']> {
    try {
      return await super.waitForJob(...args);
    } catch (error) {
      await delay(LISTEN_RETRY_MS);
      throw error;
    }
  }
}
