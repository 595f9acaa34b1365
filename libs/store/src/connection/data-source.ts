import type { DataSource, DataSourceOptions } from 'typeorm';
import { CaseModel1700000000001 } from '../migrations/1700000000001-case-model.js';
import { ImportFileRow } from '../rows/import-file.row.js';
import { ImportRunRow } from '../rows/import-run.row.js';

/** Where the store is; `host` is a folder where it begins with `/` (a Unix socket). */
export interface StoreConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly ssl?: boolean | object;
}

/** How TypeORM reaches the store: migrations and simple reads. Loads go through `Database`. */
export const dataSourceOptions = ({ user, ssl, ...connection }: StoreConnection): DataSourceOptions => ({
  type: 'postgres',
  ...connection,
  username: user,
  ...(ssl === undefined ? {} : { ssl }),
  schema: 'passerelle',
  entities: [ImportRunRow, ImportFileRow],
  migrations: [CaseModel1700000000001],
  migrationsTableName: 'schema_migration',
  synchronize: false,
  logging: false,
  applicationName: 'passerelle',
  extra: { max: 2 },
});

/** An arbitrary but fixed number: two commands that start together must not migrate at once. */
const MIGRATION_LOCK = 7_102_001;

/** Brings the schema up to date; safe to call by several processes at once. */
export const migrate = async (dataSource: DataSource): Promise<void> => {
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
};
