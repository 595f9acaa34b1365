import type { DatabaseAccess, Logger } from '#libs/runtime';
import { type Client, Database, type Transactor } from '#libs/store';
import { Refusal } from '../problem/refusal.js';

/** Connections of one gateway process: reads are short, and changes wait for the trail one after the other anyway. */
const CONNECTIONS = 16;
const AWAY_SECONDS = 5;

/** The store as the gateway uses it. It may come later than the gateway, and be away now and then. */
export class GatewayDatabase implements Transactor {
  private database: Database | undefined;

  constructor(private readonly logger: Logger) {}

  /** From now on requests reach the store. */
  open({ connection }: DatabaseAccess): void {
    this.database ??= new Database(connection, {
      max: CONNECTIONS,
      onLost: (error) => this.logger.warn({ err: error }, 'a connection to the database was lost'),
    });
  }

  session<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return this.current().session(work);
  }

  transaction<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return this.current().transaction(work);
  }

  async close(): Promise<void> {
    await this.database?.close();
  }

  private current(): Database {
    if (this.database !== undefined) return this.database;
    throw new Refusal(503, 'gateway.unavailable', { 'Retry-After': String(AWAY_SECONDS) });
  }
}
