import type { FileTruth } from '../../apps/migrator/src/generate/generate-exports.js';

/**
 * Judges the records of an export by the rules of the layouts, from the files alone. Its readers, code lists and rules are its
 * own: it checks the truth that the generator kept while it wrote.
 */
export type Row = Readonly<Record<string, string>> & { readonly wide?: string };
export type Tally = Record<string, number>;

/** A list of words between bars. */
export const known = (words: string): ReadonlySet<string> => new Set(words.split(' | '));

/** `DD/MM/YYYY`, `DD/MM/YY` or `YYYY[-MM[-DD]]`, empty or null dates included. */
export function badDate(text = ''): boolean {
  if (text === '' || text === '00/00/00' || /^\d{4}(-\d\d)?$/.test(text)) return false;
  const french = /^(\d\d)\/(\d\d)\/(\d\d|\d{4})(?: \d\d:\d\d)?$/.exec(text);
  const [day, month, year] = french === null ? text.split('-').reverse() : french.slice(1);
  const full = year?.length === 2 ? `${Number(year) < 30 ? '20' : '19'}${year}` : (year ?? '');
  const date = new Date(`${full}-${month ?? ''}-${day ?? ''}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day) || full < '1931' || full > '2026';
}

/** Rows of fields as records by column; `wide` marks a row of another width. */
export const named = (rows: readonly string[][], columns: readonly string[]): Row[] =>
  rows.map((row) => ({
    ...Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ''])),
    ...(row.length === columns.length ? {} : { wide: 'no' }),
  }));

/** Records of `;` CSV with doubled quotes and CRLF; expects a text that ends with a line end. */
export function csv(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.matchAll(/((?:"(?:[^"]|"")*"|[^;"\r\n]*)(?:;(?:"(?:[^"]|"")*"|[^;"\r\n]*))*)\r\n/g)) {
    const fields = [...`;${line[1] ?? ''}`.matchAll(/;(?:"((?:[^"]|"")*)"|([^;]*))/g)];
    rows.push(fields.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? ''));
  }
  return rows;
}

/** What a table's records are judged by; `owner` gives the fate of the person that an act or aid belongs to. */
export interface Rules {
  readonly key: string;
  readonly withheld?: (row: Row) => boolean;
  readonly owner?: (row: Row) => string | undefined;
  readonly fault: (row: Row) => string | null;
}

/** Judges rows in file order: the fate of every key, and how many records met which fate. */
export function judge(rows: readonly Row[], rules: Rules): { fates: ReadonlyMap<string, string>; tally: Tally } {
  const fates = new Map<string, string>();
  const tally: Tally = {};
  for (const row of rows) {
    const fate = fateOf(row, rules, fates);
    tally[fate] = (tally[fate] ?? 0) + 1;
    const key = row[rules.key] ?? '';
    if (row.wide === undefined && key !== '' && !fates.has(key)) fates.set(key, fate);
  }
  return { fates, tally };
}

function fateOf(row: Row, { key, withheld, owner, fault }: Rules, fates: ReadonlyMap<string, string>): string {
  if (row.wide !== undefined) return 'row.width';
  if (withheld?.(row) === true) return 'withheld';
  const person = owner === undefined ? 'clean' : (owner(row) ?? 'unknown');
  if (person === 'withheld') return 'withheld';
  if (row[key] === '') return 'key.missing';
  if (fates.has(row[key] ?? '')) return 'key.duplicate';
  if (person !== 'clean') return 'reference.unknown';
  return fault(row) ?? 'clean';
}

/** The truth of a table in the form of a tally. */
export const tallyOf = ({
  clean,
  withheld,
  quarantined,
}: Pick<FileTruth, 'clean' | 'withheld' | 'quarantined'>): Tally => ({
  clean,
  ...(withheld > 0 ? { withheld } : {}),
  ...quarantined,
});
