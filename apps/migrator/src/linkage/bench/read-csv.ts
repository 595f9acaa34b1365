import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { EXIT, TeachingError } from '#libs/domain';
import { type CsvForm, findCsvForm } from './csv-form.js';

/** A record of a CSV: its values by column, and its number among the records, from 1 on. */
export interface CsvRecord {
  readonly number: number;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The records of a CSV with a header, one after the other; delimiter and encoding are found by themselves, spaces around
 * values are cut. No error holds a value.
 * @param wanted columns to keep, all of which must be there; null: every column
 * @throws TeachingError `link-bench.unreadable`, `link-bench.malformed`, `link-bench.columns`; exit code 2
 */
export async function* readCsv(
  path: string,
  wanted: readonly string[] | null,
  signal: AbortSignal,
): AsyncGenerator<CsvRecord> {
  const form = await findCsvForm(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  let number = 0;
  try {
    for await (const row of rowsOf(path, form, wanted, signal)) yield { number: (number += 1), values: row };
  } catch (error) {
    if (error instanceof CsvError) {
      // What csv-parse says of a record quotes it: only its code and the line go on.
      const line = typeof error['lines'] === 'number' ? error['lines'] : number + 2;
      const place = { file: path, line };
      throw new TeachingError(
        'link-bench.malformed',
        { file: path, code: error.code },
        { place, exitCode: EXIT.usage },
      );
    }
    throw (error as NodeJS.ErrnoException).syscall === undefined ? error : unreadable(path, error);
  }
}

function rowsOf(
  path: string,
  { encoding, delimiter }: CsvForm,
  wanted: readonly string[] | null,
  signal: AbortSignal,
): AsyncIterable<Record<string, string>> {
  const parser = parse({
    ...{ delimiter, trim: true, bom: true, skip_empty_lines: true },
    columns: (header: readonly string[]) => (wanted === null ? [...header] : checked(path, header, wanted)),
  });
  // An error of any of the three ends the parser, and reaches whoever reads from it.
  pipeline(createReadStream(path, { signal }), iconv.decodeStream(encoding), parser, () => undefined);
  return parser;
}

/** Only wanted columns are kept. */
const checked = (path: string, header: readonly string[], wanted: readonly string[]): (string | false)[] => {
  const missing = wanted.filter((name) => !header.includes(name));
  if (missing.length === 0) return header.map((name) => wanted.includes(name) && name);
  // What stands in the first line is not told: in a file without a header it is somebody's record.
  const args = { file: path, missing: missing.join(', '), columns: header.length };
  throw new TeachingError('link-bench.columns', args, { place: { file: path, line: 1 }, exitCode: EXIT.usage });
};

const unreadable = (path: string, cause: unknown): TeachingError => {
  const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown';
  return new TeachingError('link-bench.unreadable', { file: path, reason }, { exitCode: EXIT.usage, cause });
};
