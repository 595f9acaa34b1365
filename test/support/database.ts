import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  /** Also ends connections that a test left open. */
  drop(): Promise<void>;
}

/** A fresh, empty database on the server of this test run, for one suite or one test. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['PASSERELLE_TEST_SERVER'];
  if (server === undefined) throw new Error("no test server: this configuration lacks jest.config.mjs's globalSetup");
  const name = `passerelle_test_${randomBytes(6).toString('hex')}`;
  // template0: nobody can be connected to it, so suites that begin together do not wait for each other.
  await execute(server, `CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
