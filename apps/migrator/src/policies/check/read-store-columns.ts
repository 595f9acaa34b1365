import type { Client } from '#libs/store';
import type { StoreColumn } from './check-columns.js';

/** Every column of every table of the product's schema, as the database itself tells them. */
const STORE_COLUMNS = `
  SELECT columns.table_name AS "table", columns.column_name AS "column"
  FROM information_schema.columns
  JOIN information_schema.tables USING (table_schema, table_name)
  WHERE table_schema = 'passerelle' AND table_type = 'BASE TABLE'
  ORDER BY columns.table_name, columns.ordinal_position`;

export const readStoreColumns = async (client: Client): Promise<readonly StoreColumn[]> =>
  (await client.query<{ table: string; column: string }>(STORE_COLUMNS)).rows;
