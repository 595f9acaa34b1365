import { type BenchDatabase, onDatabase } from '../support/bench-server.js';

/** The tables that an import fills with a row for each record. */
const TABLES = ['source_case', 'source_person', 'professional_act', 'aid'] as const;
export type SampledTable = (typeof TABLES)[number];

export interface Column {
  readonly name: string;
  /** PostgreSQL's own name of the type (`int4`, `varchar`). */
  readonly type: string;
}

/** Some rows of a table, as a program that maps in memory would hold them; texts but for booleans. */
export interface TableSample {
  readonly table: SampledTable;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, string | boolean | null>>[];
}

/** A sample of what was landed: about `size` rows in all, each table with its share. */
export const sampleRows = (database: BenchDatabase, size: number): Promise<TableSample[]> =>
  onDatabase(database.connection, async (client) => {
    const counted: { readonly table: SampledTable; readonly count: number }[] = [];
    for (const table of TABLES) {
      const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM passerelle.${table}`);
      counted.push({ table, count: rows[0]?.n ?? 0 });
    }
    const total = counted.reduce((sum, { count }) => sum + count, 0);
    const samples: TableSample[] = [];
    for (const { table, count } of counted) {
      const { rows: columns } = await client.query<Column>(
        `SELECT column_name AS name, udt_name AS type FROM information_schema.columns
         WHERE table_schema = 'passerelle' AND table_name = $1 ORDER BY ordinal_position`,
        [table],
      );
      const list = columns.map(({ name, type }) => (type === 'bool' ? name : `${name}::text AS ${name}`)).join(', ');
      const share = Math.ceil((Math.min(size, total) * count) / Math.max(total, 1));
      const { rows } = await client.query<Record<string, string | boolean | null>>(
        `SELECT ${list} FROM passerelle.${table} LIMIT ${String(share)}`,
      );
      samples.push({ table, columns, rows });
    }
    return samples;
  });
