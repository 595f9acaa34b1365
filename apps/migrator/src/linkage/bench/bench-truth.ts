import { EXIT, TeachingError } from '#libs/domain';
import { components, type LinkableRecord, type Truth } from '#libs/linkage';
import { type BenchFiles, idsOf } from './bench-records.js';
import { type CsvRecord, readCsv } from './read-csv.js';

type Row = CsvRecord['values'];

/**
 * Who the records really are. Either `id,person` (and `kind`, where a case has a name): records that it does not name take no
 * part in the evaluation. Or `left,right`, the true pairs: whoever no pair names is a person alone. Of two files each holds a
 * person once: what is twice in one file is a true pair too, and never found.
 * @throws TeachingError `link-bench.truth`, or as `readCsv`; exit code 2
 */
export async function readBenchTruth(
  file: string,
  files: BenchFiles,
  records: readonly LinkableRecord[],
  signal: AbortSignal,
): Promise<Truth> {
  const rows: Row[] = [];
  for await (const { values } of readCsv(file, null, signal)) rows.push(values);
  const has = (...columns: readonly string[]): boolean => columns.every((column) => rows[0]?.[column] !== undefined);
  if (has('left', 'right')) return truthOfPairs(rows, files, records);
  if (has('id', 'person')) return truthOfPersons(rows, files, records);
  throw new TeachingError('link-bench.truth', { file }, { place: { file, line: 1 }, exitCode: EXIT.usage });
}

function truthOfPersons(rows: readonly Row[], files: BenchFiles, records: readonly LinkableRecord[]): Truth {
  const present = new Set(records.map(({ id }) => id));
  const personOf = new Map<string, string>();
  const kindsOf = new Map<string, readonly string[]>();
  for (const { id = '', person = '', kind = '' } of rows) {
    for (const one of idsOf(id, files)) if (present.has(one)) personOf.set(one, person);
    if (kind !== '') kindsOf.set(person, [kind]);
  }
  return { personOf, kindsOf };
}

function truthOfPairs(rows: readonly Row[], files: BenchFiles, records: readonly LinkableRecord[]): Truth {
  const pairs = rows.map(({ left = '', right = '' }) => ({
    left: idsOf(left, files)[0] ?? '',
    right: idsOf(right, files).at(-1) ?? '',
  }));
  const personOf = new Map(records.map(({ id }) => [id, id]));
  for (const together of components(pairs)) {
    for (const id of together) if (personOf.has(id)) personOf.set(id, together[0] ?? id);
  }
  return { personOf, kindsOf: new Map() };
}
