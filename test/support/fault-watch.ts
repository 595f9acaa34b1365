import pg from 'pg';
import { until } from '../../libs/queue/test/until.js';

const LONG_MS = 60_000;
/** SQLSTATE of a deadlock's victim. */
const DEADLOCK = '40P01';

/** Looks at a database from outside while an import is under way; an outage answers nothing rather than an error. */
export class Watch {
  constructor(private readonly url: string) {}

  /** One statement on a connection of its own; null while the database is away or has no such table yet. */
  async rows<R extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<R[] | null> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<R>(sql, [...values])).rows;
    } catch {
      // Whatever it is, the answer is not there yet; whoever waits for it has a limit.
      return null;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /**
   * Does what nobody should do to a database in use, a queue dropped for one. It takes locks in an order of its
   * own, so PostgreSQL may choose it as the victim of a deadlock: then it is done again. Throws whatever else fails.
   */
  async strike(sql: string): Promise<void> {
    for (;;) {
      const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 2_000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.query(sql);
        return;
      } catch (error) {
        if ((error as pg.DatabaseError).code !== DEADLOCK) throw error;
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  /** Chunks of a status, of all runs. */
  async chunks(status: 'pending' | 'done' | 'failed'): Promise<number> {
    const sql = 'SELECT count(*)::int AS n FROM passerelle.import_chunk WHERE status = $1';
    return (await this.rows<{ n: number }>(sql, [status]))?.[0]?.n ?? 0;
  }

  /** Waits until at least so many chunks are done. */
  async landed(chunks: number): Promise<void> {
    await until(`${String(chunks)} chunks done`, async () => (await this.chunks('done')) >= chunks, LONG_MS);
  }

  /** Process ids of the workers that said they are there. */
  async workers(): Promise<number[]> {
    const rows = await this.rows<{ id: string }>('SELECT id FROM passerelle.worker ORDER BY id');
    return (rows ?? []).map(({ id }) => Number(id.slice(id.lastIndexOf('.') + 1)));
  }

  /** Waits until so many workers are there. */
  async workersReady(workers: number): Promise<number[]> {
    let found: number[] = [];
    const enough = async (): Promise<boolean> => (found = await this.workers()).length >= workers;
    await until(`${String(workers)} workers`, enough, LONG_MS);
    return found;
  }
}

/** Sends a signal; whether the process was still there. */
export const send = (pid: number, signal: NodeJS.Signals): boolean => {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
};
