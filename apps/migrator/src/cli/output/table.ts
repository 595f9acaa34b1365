import { formatInteger, printable, type Language } from '#libs/messages';

/** A column of a table: numbers are grouped for the language and stand to the right. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}
export type Cell = string | number | undefined;

const GAP = '  ';

/** Characters on the screen, near enough for names of tables, fields and files: combining marks take no room. */
const widthOf = (text: string): number => [...text.replace(/\p{M}/gu, '')].length;

/** Lines of aligned plain text: titles, a rule, rows. No trailing spaces, so that a diff of two reports stays quiet. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly Cell[])[], lang: Language): string[] {
  const cells = rows.map((row) => columns.map((_, index) => textOf(row[index], lang)));
  const widths = columns.map((column, index) =>
    Math.max(widthOf(column.title), ...cells.map((row) => widthOf(row[index] ?? ''))),
  );
  const right = columns.map((column, index) => column.align === 'right' || isNumeric(rows, index));
  const lineOf = (texts: readonly string[]): string =>
    texts
      .map((text, index) => pad(text, widths[index] ?? 0, right[index] ?? false))
      .join(GAP)
      .trimEnd();
  return [
    lineOf(columns.map((column) => column.title)),
    widths.map((width) => '-'.repeat(width)).join(GAP),
    ...cells.map(lineOf),
  ];
}

function textOf(cell: Cell, lang: Language): string {
  if (cell === undefined) return '';
  return typeof cell === 'number' ? formatInteger(cell, lang) : printable(cell);
}

const isNumeric = (rows: readonly (readonly Cell[])[], index: number): boolean =>
  rows.some((row) => typeof row[index] === 'number');

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
}
