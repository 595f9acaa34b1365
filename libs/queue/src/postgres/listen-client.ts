import { EventEmitter } from 'node:events';
import type { PgPoolClient, PgQueryResult } from 'bullmq';
import pg from 'pg';

/**
 * The one connection of a worker that waits for notifications. It stays out of the pool, where it would hold a place for
 * ever, and it keeps its own error handler until its socket is gone: BullMQ removes all listeners before it lets go, and a
 * dying pg client without one takes the process with it.
 */
export class ListenClient extends EventEmitter implements PgPoolClient {
  private constructor(
    private readonly client: pg.Client,
    onEnd: (error: unknown) => void,
  ) {
    super();
    client.on('notification', (message) => this.emit('notification', message));
    client.on('error', (error) => {
      if (this.listenerCount('error') > 0) this.emit('error', error);
      else onEnd(error);
    });
    this.end = async () => {
      await client.end().catch(onEnd);
    };
  }

  private readonly end: () => Promise<void>;

  /**
   * Connects.
   * @param onEnd told of errors that come when BullMQ no longer listens
   * @throws the driver's error when the server is away
   */
  static async open(config: pg.ClientConfig, onEnd: (error: unknown) => void): Promise<ListenClient> {
    const client = new pg.Client(config);
    const listening = new ListenClient(client, onEnd);
    try {
      await client.connect();
    } catch (error) {
      await listening.end();
      throw error;
    }
    return listening;
  }

  async query<R>(text: string, params: readonly unknown[] = []): Promise<PgQueryResult<R>> {
    const { rows, rowCount } = await this.client.query(text, [...params]);
    return { rows: rows as R[], rowCount };
  }

  /** Ends the connection: it belongs to no pool that it could go back to. */
  release(): void {
    void this.end();
  }
}
