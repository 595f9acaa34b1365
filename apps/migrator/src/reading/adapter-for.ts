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
