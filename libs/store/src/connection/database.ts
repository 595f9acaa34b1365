import pg from 'pg';
import type { StoreConnection } from './data-source.js';

/**
 * A transaction that a stopped process left open is ended by the server after this time, so that whoever takes its chunk over
 * is not kept waiting by its locks (invariant 2).
 */
const IDLE_IN_TRANSACTION_MS = 20_000;

const KEEP_IDLE_MS = 10_000;

/** A server that does not take leave of a closed connection within this time is not waited for. */
const FAREWELL_MS = 1000;

/** Where work gets its connection from: the pool, or (a dry run) one connection whose transaction is rolled back. */
export interface Transactor {
  session<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T>;
  transaction<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T>;
}

/** The store's connections for loads and ledgers: a small pool, and transactions that always end. */
export class Database implements Transactor {
  private readonly pool: pg.Pool;

  /**
   * @param onLost called with each connection that broke while nobody used it; the pool makes a new one by itself
   * @param keepIdleMs so long a connection is kept that nobody uses
   */
  constructor(
    connection: StoreConnection,
    options: {
      readonly max?: number;
      readonly onLost?: (error: Error) => void;
      readonly keepIdleMs?: number;
    } = {},
  ) {
    this.pool = new pg.Pool({
      ...connection,
      max: options.max ?? 4,
      application_name: 'passerelle',
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: options.keepIdleMs ?? KEEP_IDLE_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      keepAlive: true,
    });
    this.pool.on('error', (error) => options.onLost?.(error));
    this.pool.on('connect', (client) => {
      // A client in use reports through its query; without a listener its 'error' event would end the process.
      client.on('error', () => undefined);
    });
  }

  async query<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
    return (await this.pool.query<R>(text, values)).rows;
  }

  /** Runs `work` on one connection outside a transaction: session locks, cursors. */
  async session<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let result: T;
    try {
      result = await work(client);
    } catch (error) {
      await this.dismiss(client);
      throw error;
    }
    client.release();
    return result;
  }

  /** Runs `work` in a transaction: committed when it returns, rolled back when it throws. */
  async transaction<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    return this.session(async (client) => {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    });
  }

  /** Runs `work` with a transactor whose every change is rolled back at the end: the same code, nothing kept. */
  async rehearse<T>(work: (transactor: Transactor) => Promise<T>): Promise<T> {
    return this.session(async (client) => {
      await client.query('BEGIN');
      const onOneClient = <R>(inner: (client: pg.ClientBase) => Promise<R>): Promise<R> => inner(client);
      const result = await work({ session: onOneClient, transaction: onOneClient });
      await client.query('ROLLBACK');
      return result;
    });
  }

  /**
   * Closes a connection whose work failed: it may be in any state, so the next one does not get it. Its locks are held until
   * the server has taken leave; whoever tried one at once would find it taken by nobody.
   */
  private async dismiss(client: pg.PoolClient): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.pool.off('remove', onRemove);
        resolve();
      };
      const onRemove = (removed: pg.PoolClient): void => {
        if (removed === client) done();
      };
      const timer = setTimeout(done, FAREWELL_MS);
      this.pool.on('remove', onRemove);
      client.release(true);
    });
  }

  async close(): Promise<void> {
    // The pool is gone before its sockets are: a server that stops right after it may still complain to them.
    this.pool.removeAllListeners('error').on('error', () => undefined);
    await this.pool.end();
  }
}

export type Client = pg.ClientBase;
