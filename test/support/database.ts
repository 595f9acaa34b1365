import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  /** Also ends connections that a test left open. */
  drop(): Promise<void>;
}

/** What databases begin with: made once a run, by whoever asks first, and copied for all others. */
export interface Template {
  /** Letters, digits and underscores; the same for the same content. */
  readonly name: string;
  /** Fills an empty database, and closes its connections. */
  fill(url: string): Promise<void>;
}

/** A fresh database on the server of this test run, for one suite or one test: empty, or a copy of a template. */
export async function createTestDatabase(template?: Template): Promise<TestDatabase> {
  const server = testServer();
  const name = `passerelle_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, async (client) => {
    // template0: nobody can be connected to it, so suites that begin together do not wait for each other.
    await copyDatabase(client, template === undefined ? 'template0' : await made(client, template), name);
  });
  return {
    url: urlOf(server, name),
    drop: () => onServer(server, (client) => run(client, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

function testServer(): string {
  const server = process.env['PASSERELLE_TEST_SERVER'];
  if (server === undefined) throw new Error("no test server: this configuration lacks jest.config.mjs's globalSetup");
  return server;
}

const urlOf = (server: string, database: string): string => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
};

/** Name of a template's database, whole: it gets that name when it is filled. Suites of several processes may ask at once. */
async function made(client: pg.Client, { name, fill }: Template): Promise<string> {
  const whole = `passerelle_template_${process.env['PASSERELLE_TEST_RUN'] ?? ''}_${name}`;
  const exists = async (): Promise<boolean> =>
    (await client.query('SELECT FROM pg_database WHERE datname = $1', [whole])).rowCount === 1;
  if (await exists()) return whole;
  await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [whole]);
  try {
    if (await exists()) return whole;
    const draft = `${whole}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await copyDatabase(client, 'template0', draft);
    await fill(urlOf(testServer(), draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${whole}`);
    return whole;
  } finally {
    await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [whole]);
  }
}

/** Copies files where the server need not wait for the disk; else page by page through its log, which is faster then. */
async function copyDatabase(client: pg.Client, from: string, to: string): Promise<void> {
  const { rows } = await client.query<{ fsync: string }>(`SELECT current_setting('fsync') AS fsync`);
  const strategy = rows[0]?.fsync === 'off' ? 'FILE_COPY' : 'WAL_LOG';
  await run(client, `CREATE DATABASE ${to} TEMPLATE ${from} STRATEGY ${strategy}`);
}

async function run(client: pg.Client, statement: string): Promise<void> {
  await client.query(statement);
}

async function onServer(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
