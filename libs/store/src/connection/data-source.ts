import { setTimeout as pause } from 'node:timers/promises';
import type { DataSourceOptions } from 'typeorm';
import { isTransient } from '#libs/domain';
import { CaseModel1700000000001 } from '../migrations/1700000000001-case-model.js';
import { Linkage1700000000002 } from '../migrations/1700000000002-linkage.js';
import { Audit1700000000003 } from '../migrations/1700000000003-audit.js';
import { Webhooks1700000000011 } from '../migrations/1700000000011-webhooks.js';
import { Rectification1700000000008 } from '../migrations/1700000000008-rectification.js';
import { Rights1700000000004 } from '../migrations/1700000000004-rights.js';
import { Separation1700000000006 } from '../migrations/1700000000006-separation.js';
import { Retention1700000000005 } from '../migrations/1700000000005-retention.js';
import { Statistics1700000000007 } from '../migrations/1700000000007-statistics.js';
import { GatewayClients1700000000009 } from '../migrations/1700000000009-gateway-clients.js';
import { AidRequests1700000000010 } from '../migrations/1700000000010-aid-requests.js';
import { Search1700000000012 } from '../migrations/1700000000012-search.js';
import { AuditChecks1700000000013 } from '../migrations/1700000000013-audit-checks.js';
import type { Client } from './database.js';

/** Where the store is; `host` is a folder where it begins with `/` (a Unix socket). */
export interface StoreConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly ssl?: boolean | object;
}

const MIGRATIONS = [
  CaseModel1700000000001,
  Linkage1700000000002,
  Audit1700000000003,
  Rights1700000000004,
  Separation1700000000006,
  Retention1700000000005,
  Statistics1700000000007,
  GatewayClients1700000000009,
  AidRequests1700000000010,
  Search1700000000012,
  AuditChecks1700000000013,
  Webhooks1700000000011,
  Rectification1700000000008,
];
const TABLE = 'schema_migration';

/** How TypeORM reaches the store, for its migrations; everything else goes through `Database`. */
export const dataSourceOptions = ({ user, ssl, ...connection }: StoreConnection): DataSourceOptions => ({
  type: 'postgres',
  ...connection,
  username: user,
  ...(ssl === undefined ? {} : { ssl }),
  schema: 'passerelle',
  migrations: MIGRATIONS,
  migrationsTableName: TABLE,
  synchronize: false,
  logging: false,
  applicationName: 'passerelle',
  extra: { max: 2 },
});

/** An arbitrary but fixed number: two commands that start together must not migrate at once. */
const MIGRATION_LOCK = 7_102_001;

/** Whether every migration has run: TypeORM, which takes a third of a second to load, is not needed then. */
export const schemaIsCurrent = async (client: Client): Promise<boolean> => {
  const table = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `passerelle.${TABLE}`,
  ]);
  if (table.rows[0]?.there !== true) return false;
  const done = await client.query<{ name: string }>(`SELECT name FROM passerelle.${TABLE}`);
  const names = new Set(done.rows.map(({ name }) => name));
  return MIGRATIONS.every(({ name }) => names.has(name));
};

/** So often is a migration tried again whose connection was lost, after a pause in milliseconds. */
const ATTEMPTS = 5;
const PAUSE_MS = 500;

/**
 * Brings the schema up to date; safe to call by several processes at once. A lost connection does not tell whether the commit
 * was: the next attempt finds out, since what was done is not done again.
 */
export const migrate = async (connection: StoreConnection): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    try {
      await migrateOnce(connection);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransient(error)) throw error;
      await pause(PAUSE_MS);
    }
  }
};

const migrateOnce = async (connection: StoreConnection): Promise<void> => {
  const { DataSource } = await import('typeorm');
  const dataSource = await new DataSource(dataSourceOptions(connection)).initialize();
  try {
    const runner = dataSource.createQueryRunner();
    try {
      await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      // TypeORM keeps its own table in the same schema, so that one schema holds all that is ours.
      await runner.query('CREATE SCHEMA IF NOT EXISTS passerelle');
      await dataSource.runMigrations({ transaction: 'all' });
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
      await runner.release();
    }
  } finally {
    await dataSource.destroy();
  }
};
