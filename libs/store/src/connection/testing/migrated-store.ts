import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js';
import { connectionOf, SCHEMA } from '../../../../../test/support/schema-template.js';
import type { StoreConnection } from '../data-source.js';
import { Database } from '../database.js';

/** A database of a test's own with the whole schema and nothing in it. */
export interface MigratedStore {
  readonly test: TestDatabase;
  readonly connection: StoreConnection;
  readonly database: Database;
}

/** @param connections at most */
export const openMigratedStore = async (connections = 4): Promise<MigratedStore> => {
  const test = await createTestDatabase(SCHEMA);
  const connection = connectionOf(test.url);
  return { test, connection, database: new Database(connection, { max: connections }) };
};
