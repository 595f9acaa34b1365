import { join } from 'node:path';
import { createLogger, type DatabaseAccess, loadSettings, openDatabase } from '#libs/runtime';
import { migrate } from '#libs/store';
import pg from 'pg';

/** Migrated once and copied for each measurement, so that none of them pays for the schema. */
const TEMPLATE = 'bench_template';

/** A database of the benchmark's server. */
export interface BenchDatabase {
  readonly url: string;
  readonly connection: DatabaseAccess['connection'];
  drop(): Promise<void>;
}

/** An embedded server of the benchmark's own, tuned as the product tunes it, in a home that goes with the benchmark. */
export class BenchServer {
  private made = 0;

  private constructor(
    readonly home: string,
    private readonly access: DatabaseAccess,
  ) {}

  static async start(folder: string): Promise<BenchServer> {
    const home = join(folder, 'home');
    const settings = loadSettings({ PASSERELLE_HOME: home });
    const server = new BenchServer(home, await openDatabase(settings, createLogger(settings)));
    try {
      await server.execute(`CREATE DATABASE ${TEMPLATE}`);
      await migrate({ ...server.access.connection, database: TEMPLATE });
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** A fresh database with the product's schema. Nothing of what was done before is still to be written to disk. */
  async fresh(): Promise<BenchDatabase> {
    const database = `bench_${String((this.made += 1))}`;
    await this.execute(`CREATE DATABASE ${database} TEMPLATE ${TEMPLATE}`);
    await this.settle();
    const url = new URL(this.access.url);
    url.pathname = `/${database}`;
    return {
      url: url.href,
      connection: { ...this.access.connection, database },
      drop: () => this.execute(`DROP DATABASE ${database} WITH (FORCE)`),
    };
  }

  /** Writes out what earlier work left in memory, so that the next measurement does not pay for it. */
  async settle(): Promise<void> {
    await this.execute('CHECKPOINT');
  }

  async version(): Promise<string> {
    return onDatabase(this.access.connection, async (client) => {
      const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
      return rows[0]?.server_version ?? 'unknown';
    });
  }

  async stop(): Promise<void> {
    await this.access.release();
  }

  private async execute(statement: string): Promise<void> {
    await onDatabase(this.access.connection, (client) => client.query(statement));
  }
}

/** Runs `work` on one connection of its own. */
export const onDatabase = async <T>(
  connection: BenchDatabase['connection'],
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
