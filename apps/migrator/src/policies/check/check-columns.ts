import type { PolicyBook } from '#libs/minimiser';
import { ENTITY_TABLES } from '../entity-tables.js';
import type { Finding } from './finding.js';

/** A column of the store as the database tells it. */
export interface StoreColumn {
  readonly table: string;
  readonly column: string;
}

/** Columns of the real store that neither fields.yml nor store.yml names, and names that the store does not know. */
export const checkColumns = (book: PolicyBook, columns: readonly StoreColumn[]): readonly Finding[] => [
  ...columns.flatMap((column) => uncovered(book, column)),
  ...namedColumns(book)
    .filter(({ table, column }) => !columns.some((real) => real.table === table && real.column === column))
    .map(({ table, column, place }) => finding('policy.column-gone', table, column, 'policies/store.yml', place)),
];

const uncovered = (book: PolicyBook, { table, column }: StoreColumn): Finding[] => {
  const holder = ENTITY_TABLES.find((one) => one.table === table);
  const spec = holder?.columns.find((one) => one.column === column);
  if (holder !== undefined && spec !== undefined) {
    if (book.field(holder.entity, spec.field) !== null) return [];
    const place = `fields.${holder.entity}.${spec.field}`;
    return [finding('policy.column-uncovered', table, column, 'policies/fields.yml', place)];
  }
  if (book.storeColumn(table, column) !== null) return [];
  return [finding('policy.column-uncovered', table, column, 'policies/store.yml', `tables.${table}.columns.${column}`)];
};

const namedColumns = ({ documents }: PolicyBook): readonly (StoreColumn & { readonly place: string })[] =>
  Object.entries(documents.store.tables).flatMap(([table, { shared = [], columns = {} }]) => [
    ...shared.map((column) => ({ table, column, place: `tables.${table}.shared` })),
    ...Object.keys(columns).map((column) => ({ table, column, place: `tables.${table}.columns.${column}` })),
  ]);

const finding = (code: Finding['code'], table: string, column: string, file: string, place: string): Finding => ({
  code,
  args: { column: `passerelle.${table}.${column}`, file, place },
});
