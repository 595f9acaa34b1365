import type { ColumnSpec, Value } from '#libs/domain';

/** NULL in COPY's text format. */
export const NULL = '\\N';

const SPECIAL = /[\\\b\t\n\v\f\r]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
};

/** Text as COPY's text format wants it (PostgreSQL manual, COPY, "Text Format"). */
export const escapeCopy = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\b\t\n\v\f\r]/g, (character) => ESCAPES[character] ?? character) : text;

/** Tab-separated values of one row, nulls included; only columns of free text can need escaping. */
export const copyValues = (columns: readonly ColumnSpec[], values: readonly Value[]): string => {
  let line = '';
  for (let i = 0; i < columns.length; i++) {
    const value = values[i];
    if (i > 0) line += '\t';
    if (value === null || value === undefined) line += NULL;
    else if (typeof value === 'string') line += columns[i]?.type === 'text' ? escapeCopy(value) : value;
    else line += typeof value === 'boolean' ? (value ? 't' : 'f') : String(value);
  }
  return line;
};
