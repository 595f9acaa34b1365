import pg from 'pg';
import { EXIT, TeachingError } from '#libs/domain';
import type { DatabaseAccess, DatabaseConnection } from './database-access.js';

const OLDEST = 15;
const NEWEST = 18;

/**
 * Checks that an existing server can be used.
 * @throws TeachingError `database.unreachable`, `database.login`, `database.unknown` or `database.version`, exit code 2;
 * they name host, port, database and user, never the password.
 */
export async function openExternal(url: string): Promise<DatabaseAccess> {
  const client = clientFor(url);
  client.on('error', () => undefined);
  const connection = connectionOf(client);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    );
    checkVersion(Math.floor((rows[0]?.version ?? 0) / 10_000), connection);
  } catch (error) {
    throw explain(error, connection);
  } finally {
    await client.end();
  }
  return { connection, url, embedded: false, revive: () => Promise.resolve(), release: () => Promise.resolve() };
}

function clientFor(url: string): pg.Client {
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  } catch {
    // Whatever the parser says may quote the URL, and with it the password.
    throw new TeachingError(
      'settings.invalid',
      { name: 'DATABASE_URL', expected: 'postgres://…' },
      { exitCode: EXIT.usage },
    );
  }
}

function connectionOf(client: pg.Client): DatabaseConnection {
  const { host, port, user = '', password = '', database = user, ssl } = client;
  return { host, port, user, password, database, ...(ssl ? { ssl } : {}) };
}

function checkVersion(found: number, connection: DatabaseConnection): void {
  if (found >= OLDEST && found <= NEWEST) return;
  throw refused('database.version', connection, { found, oldest: OLDEST, newest: NEWEST });
}

function explain(error: unknown, connection: DatabaseConnection): unknown {
  if (error instanceof TeachingError) return error;
  const reason = (error as { code?: string }).code ?? 'no-answer';
  if (reason.startsWith('28')) return refused('database.login', connection, { user: connection.user });
  if (reason === '3D000') return refused('database.unknown', connection);
  return refused('database.unreachable', connection, { reason });
}

function refused(
  code: string,
  { host, port, database }: DatabaseConnection,
  more: Readonly<Record<string, string | number>> = {},
): TeachingError {
  return new TeachingError(code, { host, port, database, ...more }, { exitCode: EXIT.usage });
}
