import { createDelimitedAdapter, createXmlAdapter } from '#libs/adapters';
import type { DelimitedLayout, SourceAdapter, XmlLayout } from '#libs/domain';
import type { CompiledShape } from '#libs/mappers';

/** The adapter that reads files of a shape; `table` is the one that the file's name tells, if it tells one. */
export const adapterFor = (shape: CompiledShape, table: string | null): SourceAdapter => {
  const layout = shape.layout(table);
  return shape.reader === 'xml'
    ? createXmlAdapter(layout as XmlLayout)
    : createDelimitedAdapter(layout as DelimitedLayout);
};

/** The same for the key of each record only, which is the first of the watched columns. */
export const keyAdapterFor = (shape: CompiledShape, table: string | null): SourceAdapter => {
  const layout = shape.layout(table);
  return shape.reader === 'xml'
    ? createXmlAdapter(xmlKeys(layout as XmlLayout))
    : createDelimitedAdapter(delimitedKeys(layout as DelimitedLayout));
};

const delimitedKeys = (layout: DelimitedLayout): DelimitedLayout => ({ ...layout, wanted: layout.watched.slice(0, 1) });

const xmlKeys = (layout: XmlLayout): XmlLayout => ({
  ...layout,
  tables: layout.tables.map((table) => {
    const watched = table.watched.slice(0, 1);
    return { ...table, watched, columns: table.columns.filter(({ name }) => watched.includes(name)) };
  }),
});
