import { EXIT, TeachingError } from '#libs/domain';
import type { DatabaseAccess, Logger } from '#libs/runtime';
import { type Client, Database, schemaIsCurrent, type Transactor } from '#libs/store';
import { Refusal } from '../problem/refusal.js';

/** Connections of one gateway process: reads are short, and changes wait for the trail one after the other anyway. */
const CONNECTIONS = 16;
/** Reads wait for the trail, so the trail never waits for them: a connection for what is entered, one for checkpoints. */
const TRAIL_CONNECTIONS = 2;
/**
 * A new connection has to plan each statement anew, some five times: all of them at once cost the first requests after a pause
 * half a second.
 */
const KEEP_IDLE_MS = 10 * 60_000;
const AWAY_SECONDS = 5;

interface Connections {
  readonly requests: Database;
  readonly trail: Database;
}

/** Brings a store in step with its home; see `prepareStore`. */
export type Prepare = (database: Database) => Promise<void>;

/**
 * The store as the gateway uses it. It may come later than the gateway, and be away now and then. Whenever it is there anew, it is
 * brought in step with the home before anybody is answered: it may be a backup of last week.
 */
export class GatewayDatabase implements Transactor {
  /** The same store, by connections that nobody else uses. */
  readonly forTrail: Transactor = {
    session: async (work) => (await this.current()).trail.session(work),
    transaction: async (work) => (await this.current()).trail.transaction(work),
  };
  private connections: Connections | undefined;
  private prepared: Promise<boolean> | undefined;
  private prepare: Prepare = () => Promise.resolve();

  constructor(private readonly logger: Logger) {}

  /** @param prepare called before the first use, and again after connections were lost */
  open({ connection }: DatabaseAccess, prepare: Prepare): Promise<boolean> {
    this.prepare = prepare;
    const onLost = (error: Error): void => {
      this.prepared = undefined;
      this.logger.warn({ err: error }, 'a connection to the database was lost');
    };
    const kept = { onLost, keepIdleMs: KEEP_IDLE_MS };
    this.connections ??= {
      requests: new Database(connection, { max: CONNECTIONS, ...kept }),
      trail: new Database(connection, { max: TRAIL_CONNECTIONS, ...kept }),
    };
    return this.isPrepared(this.connections.requests);
  }

  async session<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return (await this.current()).requests.session(work);
  }

  async transaction<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return (await this.current()).requests.transaction(work);
  }

  async close(): Promise<void> {
    await Promise.all([this.connections?.requests.close(), this.connections?.trail.close()]);
  }

  private async current(): Promise<Connections> {
    const { connections } = this;
    if (connections !== undefined && (await this.isPrepared(connections.requests))) return connections;
    throw new Refusal(503, 'gateway.unavailable', { 'Retry-After': String(AWAY_SECONDS) });
  }

  /** Those who ask at the same time share one preparation; one that failed, or found no schema yet, is tried again. */
  private isPrepared(database: Database): Promise<boolean> {
    return (this.prepared ??= this.prepareOnce(database));
  }

  private async prepareOnce(database: Database): Promise<boolean> {
    let done = false;
    try {
      if (!(await database.session(schemaIsCurrent))) return false;
      await this.prepare(database);
      done = true;
      return true;
    } catch (error) {
      // Waiting does not help against another installation's store; it does against a database that is away, or a link run.
      if (error instanceof TeachingError && error.exitCode === EXIT.usage) throw error;
      this.logger.warn({ err: error }, 'the store could not be brought in step with the home; nobody is answered yet');
      return false;
    } finally {
      if (!done) this.prepared = undefined;
    }
  }
}
