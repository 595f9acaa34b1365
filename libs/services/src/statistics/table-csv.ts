import type { TableRows } from './table-rows.js';

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const MUST_QUOTE = /[",;\r\n]/;

/** A field of a CSV file that a spreadsheet shows and does not calculate. */
export const csvField = (text: string): string => {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return MUST_QUOTE.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** A table as CSV (RFC 4180): commas, CRLF. A hidden cell is `hidden`, and not empty: an empty one would pass for none. */
export const tableCsv = ({ titles, rows }: TableRows, hidden: string): string =>
  [
    titles,
    ...rows.map(({ label, counts }) => [label, ...counts.map((count) => (count === null ? hidden : String(count)))]),
  ]
    .map((fields) => `${fields.map(csvField).join(',')}\r\n`)
    .join('');
