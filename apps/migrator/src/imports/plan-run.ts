import { stat } from 'node:fs/promises';
import { EXIT, type FileRefusal, TeachingError } from '#libs/domain';
import type { CompiledProfile } from '#libs/mappers';
import {
  type Client,
  createSeenTable,
  findFilesOfRun,
  findRun,
  findUnfinishedRun,
  insertChunks,
  insertFile,
  insertRun,
  type NewChunk,
  type NewFile,
  type Registered,
  type Run,
  type RunMode,
  type StoredFile,
} from '#libs/store';
import type { ExportFile } from '../reading/export-file.js';
import type { SurveyedExport } from '../reading/survey-export.js';
import type { SourceContext } from '#libs/services';

/** A file as the run will hold it, with its chunks. */
export interface PlannedFile {
  readonly file: NewFile;
  readonly chunks: readonly Omit<NewChunk, 'fileId'>[];
}

/** The night of the given files: told by --night, else by their names; the database's day when neither says it. */
export const settleNight = (files: readonly ExportFile[], asked: string | null, today: string): string => {
  const nights = [...new Set(files.flatMap(({ night }) => (night === null ? [] : [night])))].sort();
  if (asked === null && nights.length > 1) {
    throw new TeachingError('import.several-nights', { nights: nights.join(', ') }, { exitCode: EXIT.usage });
  }
  return asked ?? nights[0] ?? today;
};

/** Turns what the survey found into what the run will do: refuse the file, skip it, or load its chunks. */
export const planFile = async (
  source: SourceContext,
  night: string,
  surveyed: SurveyedExport,
  alreadyImported: boolean,
): Promise<PlannedFile> => {
  const { file, sha256, candidate, outcome } = surveyed;
  const common = {
    name: file.name,
    path: file.path,
    sha256,
    size: file.size,
    shape: candidate.shape.name,
    table: candidate.table,
  };
  const nothing = { encoding: null, traits: {}, birthsYearOnly: false, mode: 'full' as const, records: {} };
  if (alreadyImported)
    return { file: { ...common, ...nothing, status: 'already-imported', refusal: null }, chunks: [] };
  const refusal = outcome.ok ? mixedUp(source, night, surveyed) : outcome.refusal;
  if (!outcome.ok || refusal !== null)
    return { file: { ...common, ...nothing, status: 'refused', refusal }, chunks: [] };
  const { survey, sharedKeys, birthsYearOnly } = outcome;
  const { mtimeMs } = await stat(file.path);
  const mode =
    survey.header['mode'] === candidate.shape.modes?.delta && survey.header['mode'] !== undefined ? 'delta' : 'full';
  return {
    file: {
      ...common,
      status: 'imported',
      refusal: null,
      encoding: survey.encoding,
      traits: { ...survey.traits, mtimeMs },
      birthsYearOnly,
      mode,
      records: survey.records,
    },
    chunks: survey.chunks.map((chunk) => ({
      phase: phaseOf(source.profile, chunk.records),
      start: chunk.start,
      end: chunk.end,
      firstRecord: chunk.firstRecord,
      sharedKeys: sharedKeys === null ? null : sharedKeysOf(sharedKeys, chunk.firstRecord, chunk.records),
    })),
  };
};

/** The shared keys that lie in one chunk: a chunk's row stays small however many a file has. */
const sharedKeysOf = (
  shared: NonNullable<NewChunk['sharedKeys']>,
  first: Readonly<Record<string, number>>,
  records: Readonly<Record<string, number>>,
): NewChunk['sharedKeys'] => {
  const inside = Object.entries(shared).map(([table, fates]) => {
    const from = first[table] ?? 1;
    const to = from + (records[table] ?? 0);
    return [
      table,
      Object.fromEntries(Object.entries(fates).filter(([n]) => Number(n) >= from && Number(n) < to)),
    ] as const;
  });
  return inside.every(([, fates]) => Object.keys(fates).length === 0) ? null : Object.fromEntries(inside);
};

/**
 * Persons land before what hangs on them, and before cases (whose address depends on who refuses digital filing); a chunk
 * that holds both (nested exports) brings its own persons along.
 */
const phaseOf = (profile: CompiledProfile, records: Readonly<Record<string, number>>): number => {
  const entities = Object.entries(records).flatMap(([table, n]) =>
    n === 0 ? [] : [profile.tables.get(table)?.entity],
  );
  return entities.includes('person') ? 0 : 1;
};

/** A sound file in the wrong place: another site's, or another night's. */
const mixedUp = (source: SourceContext, night: string, { file, outcome }: SurveyedExport): FileRefusal | null => {
  const header = outcome.ok ? outcome.survey.header : {};
  for (const site of [file.site, header['site']]) {
    if (site != null && normalSite(site) !== normalSite(source.siteInFileNames)) {
      return {
        reason: 'file.mismatch',
        detail: { key: 'mismatch.site', args: { site: site.slice(0, 40), expected: source.site } },
      };
    }
  }
  for (const found of [file.night, header['night']]) {
    if (found != null && found !== night) {
      return {
        reason: 'file.mismatch',
        detail: { key: 'mismatch.night', args: { night: found.slice(0, 10), expected: night } },
      };
    }
  }
  return null;
};

const normalSite = (site: string): string => site.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase();

/** Two different files for one table of one night: which one holds is not for the program to guess. */
export const checkOneFileATable = (files: readonly PlannedFile[]): void => {
  const seen = new Map<string, string>();
  for (const { file } of files) {
    if (file.status !== 'imported') continue;
    const table = file.table ?? '*';
    const other = seen.get(table);
    if (other !== undefined) {
      throw new TeachingError('import.two-files', { table, one: other, other: file.name }, { exitCode: EXIT.usage });
    }
    seen.set(table, file.name);
  }
};

/**
 * Writes run, files and chunks: from here on a crash loses nothing. Done again after a COMMIT whose answer was lost, it finds
 * what was written (invariant 3).
 * @throws TeachingError `import.busy` when another command planned a run meanwhile
 */
export const writePlan = async (
  client: Client,
  source: SourceContext,
  registered: Registered,
  plan: { readonly night: string; readonly mode: RunMode; readonly files: readonly PlannedFile[] },
): Promise<Run> => {
  const written = await findUnfinishedRun(client, registered.siteId, registered.systemId);
  if (written !== null) return confirmPlan(written, await findFilesOfRun(client, written.id), plan.files);
  const runId = await insertRun(client, {
    kind: 'import',
    siteId: registered.siteId,
    systemId: registered.systemId,
    night: plan.night,
    mode: plan.mode,
    profileVersion: source.profile.version,
    profileFingerprint: source.fingerprint,
    policyVersion: source.policyVersion,
  });
  for (const { file, chunks } of plan.files) {
    const fileId = await insertFile(client, runId, file);
    await insertChunks(
      client,
      runId,
      chunks.map((chunk) => ({ ...chunk, fileId })),
    );
  }
  const run = await findRun(client, runId);
  if (run === null) throw new Error('the run vanished');
  if (run.mode === 'full' && !run.firstLoad) await createSeenTable(client, runId);
  return run;
};

/** The caller ended or took up every earlier run, so an unfinished one with the same files is its own. */
const confirmPlan = (run: Run, files: readonly StoredFile[], planned: readonly PlannedFile[]): Run => {
  const hashes = new Set(files.map(({ sha256 }) => sha256));
  if (planned.every(({ file }) => hashes.has(file.sha256))) return run;
  throw new TeachingError('import.busy', { site: run.site, source: run.system });
};
