import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js';
import { migrate, type StoreConnection } from '../data-source.js';
import { Database } from '../database.js';

/** A database of a test's own with the whole schema and nothing in it. */
export interface MigratedStore {
  readonly test: TestDatabase;
  readonly connection: StoreConnection;
  readonly database: Database;
}

/** @param connections at most */
export const openMigratedStore = async (connections = 4): Promise<MigratedStore> => {
  const test = await createTestDatabase();
  const url = new URL(test.url);
  const connection: StoreConnection = {
    host: url.searchParams.get('host') ?? url.hostname,
    port: Number(url.port || '5432'),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
  };
  await migrate(connection);
  return { test, connection, database: new Database(connection, { max: connections }) };
};
