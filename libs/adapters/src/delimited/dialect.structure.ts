import { EXIT, TeachingError, type DelimitedLayout, type Dialect, type Encoding } from '#libs/domain';
import { toUnits, type UnitText } from '../encoding/unit-text.js';

/** A dialect as its encoding writes it, in unit text. */
export interface Structure {
  readonly delimiter: UnitText;
  readonly quote: UnitText | null;
  /** The quote itself where a doubled quote is a literal one; null where there is no quote. */
  readonly escape: UnitText | null;
  /** Undefined as long as the file has not settled it (`auto`). */
  readonly recordEnd: UnitText | undefined;
}

/** A structure whose record end is known: what a reader needs. */
export type SettledStructure = Structure & { readonly recordEnd: UnitText };

const LINE_ENDS: Readonly<Record<'crlf' | 'cr' | 'lf', string>> = { crlf: '\r\n', cr: '\r', lf: '\n' };

const badLayout = (code: string, args: Readonly<Record<string, string>>): TeachingError =>
  new TeachingError(code, args, { exitCode: EXIT.usage });

/** The characters that end a record, or undefined for `auto`. */
export function recordEndOf({ recordEnd }: Dialect): string | undefined {
  if (typeof recordEnd === 'object') return recordEnd.character;
  return recordEnd === 'auto' ? undefined : LINE_ENDS[recordEnd];
}

/**
 * @throws TeachingError `delimited.dialect.character` for a character that the encoding does not have
 */
export function structureOf({ table, dialect }: DelimitedLayout, encoding: Encoding): Structure {
  const units = (text: string, part: string): UnitText => {
    const written = toUnits(text, encoding);
    if (written === undefined) throw badLayout('delimited.dialect.character', { table, part, encoding });
    return written;
  };
  const { delimiter, quote, escape } = dialect;
  const recordEnd = recordEndOf(dialect);
  return {
    delimiter: units(delimiter, 'delimiter'),
    quote: quote === null ? null : units(quote, 'quote'),
    escape: quote === null ? null : units(escape ?? quote, 'escape'),
    recordEnd: recordEnd === undefined ? undefined : units(recordEnd, 'recordEnd'),
  };
}

/**
 * Whether the block scanner can read it: one unit for each part (two for CRLF), quotes doubled or none. Everything else is
 * for csv-parse.
 */
export function isScannable({ delimiter, quote, escape, recordEnd }: SettledStructure): boolean {
  return (
    delimiter.length === 1 &&
    (quote === null || (quote.length === 1 && escape === quote)) &&
    (recordEnd.length === 1 || recordEnd === LINE_ENDS.crlf)
  );
}

/**
 * Checks what no file can mend, before any file is read.
 * @throws TeachingError `delimited.dialect.empty`, `delimited.dialect.ambiguous`, `delimited.layout.columns`,
 *   `delimited.layout.encodings`
 */
export function checkLayout(layout: DelimitedLayout): void {
  const { table, dialect, columns, encodings } = layout;
  const { delimiter, quote, escape, header } = dialect;
  const recordEnd = recordEndOf(dialect);
  const ends = recordEnd === undefined ? Object.values(LINE_ENDS) : [recordEnd];
  if ([delimiter, quote, escape, ...ends].includes('')) throw badLayout('delimited.dialect.empty', { table });
  const pairs = [
    ...ends.map((end) => [delimiter, end]),
    ...(quote === null ? [] : [delimiter, ...ends].map((text) => [quote, text])),
  ];
  if (pairs.some(([left = '', right = '']) => left.startsWith(right) || right.startsWith(left)))
    throw badLayout('delimited.dialect.ambiguous', { table });
  if (!header && (columns === undefined || columns.length === 0))
    throw badLayout('delimited.layout.columns', { table });
  if (encodings.length === 0) throw badLayout('delimited.layout.encodings', { table });
  for (const encoding of encodings) structureOf(layout, encoding);
}
