import pg from 'pg';
import { until } from '../../libs/queue/test/until.js';
import type { FaultImport } from './fault-import.js';

/** Holds the table of aids, so that whoever loads a TIPI chunk waits in the middle of its transaction. */
export class Block {
  private constructor(
    private readonly client: pg.Client,
    private readonly run: FaultImport,
  ) {}

  /** The tables must be there. */
  static async hold(run: FaultImport): Promise<Block> {
    const client = new pg.Client({ connectionString: run.url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('BEGIN; LOCK TABLE passerelle.aid IN SHARE MODE');
    return new Block(client, run);
  }

  /** Waits until so many wait: a worker has written the cases and persons of its chunk by then, and not committed. */
  async caught(waiting = 1): Promise<void> {
    await until('somebody in the middle of a transaction', async () => (await this.waiting()) >= waiting, 60_000);
  }

  async lift(): Promise<void> {
    await this.client.end();
  }

  private async waiting(): Promise<number> {
    const sql = `SELECT count(*)::int AS n FROM pg_locks
                 WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    return (await this.run.watch.rows<{ n: number }>(sql))?.[0]?.n ?? 0;
  }
}
