import { DataSource, EntitySchema, type EntitySchemaColumnOptions, type ObjectLiteral } from 'typeorm';
import { dataSourceOptions } from '#libs/store';
import type { BenchDatabase } from '../support/bench-server.js';
import type { Column, TableSample } from './sample-rows.js';

/** Rows in one statement, as in the measurement that the target was taken from. */
const BATCH = 1_000;

/**
 * Writes sampled rows into an empty schema by TypeORM's `upsert`. The rows are ready in memory: reading, mapping and
 * minimising, which the import does as well, are not asked of it.
 * @returns rows a second
 */
export const upsertByTypeOrm = async (database: BenchDatabase, samples: readonly TableSample[]): Promise<number> => {
  const entities = samples.map(({ table, columns }) => entityOf(table, columns));
  const source = new DataSource({ ...dataSourceOptions(database.connection), entities, migrations: [] });
  await source.initialize();
  try {
    const began = performance.now();
    let rows = 0;
    for (const sample of samples) {
      const repository = source.getRepository<ObjectLiteral>(sample.table);
      for (let at = 0; at < sample.rows.length; at += BATCH) {
        const batch = sample.rows.slice(at, at + BATCH);
        await repository.upsert([...batch], ['id']);
        rows += batch.length;
      }
    }
    return rows / ((performance.now() - began) / 1000);
  } finally {
    await source.destroy();
  }
};

const entityOf = (table: string, columns: readonly Column[]): EntitySchema<ObjectLiteral> =>
  new EntitySchema<ObjectLiteral>({
    name: table,
    tableName: table,
    columns: Object.fromEntries(
      columns.map(({ name, type }): [string, EntitySchemaColumnOptions] => [
        name,
        { type: type as 'varchar', primary: name === 'id', nullable: name !== 'id' },
      ]),
    ),
  });
