import { EXIT, REPEAT_SEPARATOR, type SourceRecord, TeachingError } from '#libs/domain';
import type { CompiledProfile } from '#libs/mappers';
import { adapterFor } from './adapter-for.js';
import type { ExportFile } from './export-file.js';
import { byteRange } from './file-blocks.js';
import { findExportFiles } from './find-export-files.js';
import { type SurveyedExport, surveyExport } from './survey-export.js';

/** A line of `passerelle read` (contract.md): a record before any mapping, or its fault. */
export type ReadLine = {
  readonly table: string;
  readonly record: number;
  readonly byteOffset: number;
  readonly byteLength: number;
} & (
  | { readonly fields: Readonly<Record<string, string | readonly string[]>> }
  | { readonly fault: string; readonly field?: string }
);

const CHUNK_RECORDS = 5_000;

/**
 * Reads files record by record without storing anything.
 * @throws TeachingError with the reason code of a file that is refused; exit code 4
 */
export async function* readExports(
  profile: CompiledProfile,
  paths: readonly string[],
  table: string | null,
  signal: AbortSignal,
): AsyncGenerator<ReadLine> {
  if (table !== null && !profile.tableNames.includes(table)) {
    throw new TeachingError('table.unknown', { table, known: profile.tableNames.join(', ') }, { exitCode: EXIT.usage });
  }
  for (const found of await findExportFiles(profile, paths)) {
    const file = table === null ? found : forTable(found, table);
    const surveyed = await surveyExport(profile, file, { chunkRecords: CHUNK_RECORDS, signal });
    if (!surveyed.outcome.ok) throw refused(surveyed);
    yield* readSurveyed(profile, surveyed, table, signal);
  }
}

/** `--table` settles what a name leaves open. */
const forTable = (file: ExportFile, table: string): ExportFile => {
  const fitting = file.candidates.filter((candidate) => candidate.table === table || candidate.table === null);
  return fitting.length === 0 ? file : { ...file, candidates: fitting };
};

async function* readSurveyed(
  profile: CompiledProfile,
  { file, candidate, outcome }: SurveyedExport,
  only: string | null,
  signal: AbortSignal,
): AsyncGenerator<ReadLine> {
  if (!outcome.ok) return;
  const adapter = adapterFor(candidate.shape, candidate.table);
  const { survey } = outcome;
  for (const chunk of survey.chunks) {
    const range = byteRange(file.path, chunk.start, chunk.end, chunk.firstRecord);
    for await (const records of adapter.records(range, survey, signal)) {
      for (const record of records) {
        if (only === null || record.table === only)
          yield readLine(record, columnsOf(profile, record.table, survey.traits));
      }
    }
  }
}

/** The names of a record's fields: the profile's, or those that the file's header gave. */
const columnsOf = (
  profile: CompiledProfile,
  table: string,
  traits: Readonly<Record<string, unknown>>,
): { readonly names: readonly string[]; readonly repeated: ReadonlySet<string> } => {
  const plan = profile.tables.get(table);
  if (plan !== undefined) return { names: plan.columns, repeated: plan.repeated };
  return { names: (traits['columns'] as readonly string[] | undefined) ?? [], repeated: new Set() };
};

const readLine = (record: SourceRecord, { names, repeated }: ReturnType<typeof columnsOf>): ReadLine => {
  const { table, record: number, byteOffset, byteLength, fault } = record;
  const address = { table, record: number, byteOffset, byteLength };
  if (fault !== undefined) {
    return { ...address, fault: fault.code, ...(fault.field === undefined ? {} : { field: fault.field }) };
  }
  const fields: Record<string, string | readonly string[]> = {};
  for (const [at, name] of names.entries()) {
    const value = record.fields[at];
    if (value !== undefined) fields[name] = repeated.has(name) ? value.split(REPEAT_SEPARATOR) : value;
  }
  return { ...address, fields };
};

const refused = ({ file, outcome }: SurveyedExport): TeachingError => {
  if (outcome.ok) throw new Error('the file was not refused');
  const { reason, line, column, detail } = outcome.refusal;
  const place = {
    file: file.path,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
  return new TeachingError(reason, { file: file.name, ...detail.args }, { place, exitCode: EXIT.refused, detail });
};
