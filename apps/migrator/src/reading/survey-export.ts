import { createHash } from 'node:crypto';
import type { FileRefusal, Survey } from '#libs/domain';
import type { CompiledProfile } from '#libs/mappers';
import type { SharedKeys } from '#libs/store';
import { adapterFor, keyAdapterFor } from './adapter-for.js';
import type { ExportFile, FileCandidate } from './export-file.js';
import { fileBlocks, withRanges } from './file-blocks.js';
import { RecordTally } from './record-tally.js';
import { findSharedKeys } from './shared-keys.js';

/** What one reading of an export established, and what its records say of each other. */
export interface SurveyedExport {
  readonly file: ExportFile;
  readonly sha256: string;
  readonly candidate: FileCandidate;
  readonly outcome:
    | {
        readonly ok: true;
        readonly survey: Survey;
        readonly sharedKeys: SharedKeys | null;
        readonly birthsYearOnly: boolean;
      }
    | { readonly ok: false; readonly refusal: FileRefusal };
}

export interface SurveyExportOptions {
  readonly chunkRecords: number;
  readonly signal?: AbortSignal;
  readonly onBytes?: (bytes: number) => void;
}

/** Reads a file once (and stretches of it again, where it takes more than a number to tell keys apart): kind, boundaries, end marker, hash, births, shared keys. */
export const surveyExport = async (
  profile: CompiledProfile,
  file: ExportFile,
  options: SurveyExportOptions,
): Promise<SurveyedExport> => {
  const [first, ...others] = file.candidates;
  if (first === undefined) throw new Error('a file needs a candidate');
  if (others.length === 0) return surveyAs(profile, file, first, options);
  const surveyed: SurveyedExport[] = [];
  for (const candidate of file.candidates) surveyed.push(await surveyAs(profile, file, candidate, options));
  return settleCandidates(surveyed);
};

/** The one reading that fits; a file that fits several or none is not the kind of file that the profile describes. */
const settleCandidates = (surveyed: readonly SurveyedExport[]): SurveyedExport => {
  const fitting = surveyed.filter(({ outcome }) => outcome.ok);
  const [only, second] = fitting;
  if (only !== undefined && second === undefined) return only;
  const base = fitting[0] ?? surveyed[0];
  if (base === undefined) throw new Error('a file needs a candidate');
  const telling = surveyed.find(({ outcome }) => !outcome.ok && outcome.refusal.reason !== 'file.mismatch');
  if (fitting.length === 0 && telling !== undefined) return telling;
  const key = fitting.length === 0 ? 'mismatch.no-table-fits' : 'mismatch.name-needed';
  return { ...base, outcome: { ok: false, refusal: { reason: 'file.mismatch', detail: { key } } } };
};

const surveyAs = async (
  profile: CompiledProfile,
  file: ExportFile,
  candidate: FileCandidate,
  options: SurveyExportOptions,
): Promise<SurveyedExport> => {
  const adapter = adapterFor(candidate.shape, candidate.table);
  const hash = createHash('sha256');
  const tally = new RecordTally(profile);
  const onBlock = (block: Uint8Array): void => {
    hash.update(block);
    options.onBytes?.(block.length);
  };
  const blocks = fileBlocks(file.path, onBlock, options.signal);
  const result = await adapter.survey(blocks, { ...adapterOptions(options), onRecord: tally.add });
  if (!result.ok) return { file, sha256: await wholeHash(file), candidate, outcome: result };
  const sha256 = hash.digest('hex');
  const { survey } = result;
  const sharedKeys = await withRanges(file.path, (rangeOf) =>
    findSharedKeys(tally, {
      adapter: keyAdapterFor(candidate.shape, candidate.table),
      survey,
      rangeOf,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    }),
  );
  return { file, sha256, candidate, outcome: { ok: true, survey, sharedKeys, birthsYearOnly: tally.birthsYearOnly() } };
};

const adapterOptions = ({
  chunkRecords,
  signal,
}: SurveyExportOptions): { chunkRecords: number; signal?: AbortSignal } => ({
  chunkRecords,
  ...(signal === undefined ? {} : { signal }),
});

/** An early refusal ends the reading (an entity bomb must cost nothing), so its hash is taken separately. */
const wholeHash = async (file: ExportFile): Promise<string> => {
  const hash = createHash('sha256');
  for await (const block of fileBlocks(file.path)) hash.update(block);
  return hash.digest('hex');
};
