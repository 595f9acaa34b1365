import type { DelimitedLayout, Encoding } from '#libs/domain';
import { valueDecoder } from '../encoding/value.decoder.js';
import { cleanName, columnRefusal } from './column.match.js';
import type { FileOpening } from './file.opening.js';

/** A cell that is no text in the encoding names nothing. */
const NAMELESS = '';

/** The columns of a file in their order, as its header or else the layout names them. */
export function columnsIn(layout: DelimitedLayout, { header }: FileOpening, encoding: Encoding): readonly string[] {
  if (header === undefined) return layout.columns ?? [];
  const { decode } = valueDecoder(encoding);
  return header.map((cell) => cleanName(decode(cell) ?? NAMELESS));
}

/**
 * The columns of a file in the first of its rival encodings in which none is missing: a header with accents may be the
 * only evidence so far.
 * @throws DelimitedRefused `file.mismatch`
 */
export function settleColumns(layout: DelimitedLayout, opening: FileOpening): readonly string[] {
  const found = opening.rivals.map((encoding) => {
    const columns = columnsIn(layout, opening, encoding);
    return { columns, refusal: columnRefusal(layout.table, columns, requiredOf(layout, columns)) };
  });
  const fitting = found.find(({ refusal }) => refusal === undefined);
  if (fitting !== undefined) return fitting.columns;
  throw found[0]?.refusal ?? new RangeError('a file has at least one encoding');
}

/** The columns that must be there, once. */
const requiredOf = ({ wanted, watched }: DelimitedLayout, columns: readonly string[]): readonly string[] => [
  ...(wanted === 'all' ? columns : wanted),
  ...watched,
];
