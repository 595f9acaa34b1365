import { EventEmitter } from 'node:events';
import { isTransient } from '#libs/domain';
import {
  ConnectionClosedError,
  quoteSchemaName,
  type ConnectionOptions,
  type PgPool,
  type PgQueryResult,
} from 'bullmq';
import pg from 'pg';
import type { FaultReporter } from '../fault-reporter.js';
import type { QueueConnection } from '../queue-connection.js';
import { ANSWER_TIMEOUT_MS, REACH_TIMEOUT_MS } from '../queue-settings.js';
import { settleWithin } from '../settle-within.js';
import { ListenClient } from './listen-client.js';
import { isSchemaMissing, migrateQueueSchema } from './queue-schema.js';
import { TrackedSockets } from './tracked-sockets.js';

/** Shared by all queues and workers of the process; their statements are short, and each worker listens apart. */
const POOL_SIZE = 3;
const CLOSE_MS = 2_000;

/**
 * The pool that BullMQ's PostgreSQL backend is given instead of one of its own for each queue and worker. It adds what
 * that backend lacks: it makes the queue tables again when they are gone, remembers no failed start, and calls every
 * outage by the one name that BullMQ's worker takes as a reason to wait (its own test knows ECONNREFUSED only, and a
 * worker that meets a restart or a missing Unix socket otherwise asks again without a pause).
 */
export class PostgresConnectionSource extends EventEmitter implements PgPool, QueueConnection {
  readonly kind = 'postgres';
  /** As far as anybody knows: nothing waits here for a server that is away, each statement finds out. */
  readonly reachable = true;
  readonly options: ConnectionOptions = { source: this };
  private readonly sockets = new TrackedSockets();
  private readonly config: pg.ClientConfig;
  private readonly pool: pg.Pool;
  private migrated: Promise<void> | undefined;
  private closed: Promise<void> | undefined;

  constructor(
    connectionString: string,
    private readonly schema: string,
    readonly prefix: string,
    readonly faults: FaultReporter,
  ) {
    super();
    const searchPath = `SET search_path TO ${quoteSchemaName(schema)}`;
    this.config = {
      connectionString,
      application_name: 'passerelle-queue',
      connectionTimeoutMillis: REACH_TIMEOUT_MS,
      query_timeout: ANSWER_TIMEOUT_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: ANSWER_TIMEOUT_MS,
      stream: this.sockets.create,
    };
    // BullMQ's statements name their tables without a schema.
    const onConnect = async (client: pg.ClientBase): Promise<void> => {
      await client.query(searchPath);
    };
    // The pool waits for what onConnect returns, though its type does not say so.
    const config = Object.assign({ max: POOL_SIZE }, this.config, { onConnect });
    this.pool = new pg.Pool(config);
    this.pool.on('error', (error) => this.faults.report('connection', error));
    // One in use tells by its next statement; without a listener of its own its end would be the process's.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    // One listener for each queue and worker is expected here.
    this.setMaxListeners(0);
  }

  async ready(): Promise<void> {
    this.migrated ??= migrateQueueSchema(this.pool, this.schema).catch((error: unknown) => {
      this.migrated = undefined;
      throw this.named(error);
    });
    return this.migrated;
  }

  connectionCount(): number {
    return this.sockets.count;
  }

  /** Runs one statement of BullMQ's; the queue tables are made again first when they turn out to be gone. */
  async query<R>(text: string, params: readonly unknown[] = []): Promise<PgQueryResult<R>> {
    try {
      return await this.run<R>(text, params);
    } catch (error) {
      if (!isSchemaMissing(error)) throw this.named(error);
    }
    this.migrated = undefined;
    await this.ready();
    return this.run<R>(text, params).catch((error: unknown) => {
      throw this.named(error);
    });
  }

  /** BullMQ asks for a client of its own only to listen with. */
  async connect(): Promise<ListenClient> {
    if (this.closed !== undefined) throw new ConnectionClosedError();
    return ListenClient.open(this.config, (error) => this.faults.report('connection', error)).catch(
      (error: unknown) => {
        throw this.named(error);
      },
    );
  }

  /** Nothing: no single queue may end what the others use. `close` does. */
  async end(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.closed ??= this.closeAll();
    return this.closed;
  }

  private async closeAll(): Promise<void> {
    const ended = this.pool.end().then(() => this.sockets.whenClosed());
    const outcome = await settleWithin(ended, CLOSE_MS, (error) => this.faults.report('close', error));
    if (outcome === 'late') this.sockets.destroyAll();
  }

  private async run<R>(text: string, params: readonly unknown[]): Promise<PgQueryResult<R>> {
    const { rows, rowCount } = await this.pool.query(text, [...params]);
    return { rows: rows as R[], rowCount };
  }

  private named(error: unknown): unknown {
    const closing = this.closed !== undefined || isTransient(error);
    return closing ? new ConnectionClosedError(undefined, error) : error;
  }
}
