import { createHash } from 'node:crypto';
import type { FileRefusal, SourceAdapter, SourceRecord, Survey } from '#libs/domain';
import { type CompiledProfile, type TablePlan, watchedColumns } from '#libs/mappers';
import type { SharedKeys } from '#libs/store';
import { adapterFor } from './adapter-for.js';
import type { ExportFile, FileCandidate } from './export-file.js';
import { fileBlocks } from './file-blocks.js';
import { hash53, KeyWatch } from './key-watch.js';

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

/** Reads a file once (and again only where keys repeat): kind, boundaries, end marker, hash, births, shared keys. */
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
  const result = await adapter.survey(blocks, { ...adapterOptions(options), onRecord: (record) => tally.add(record) });
  if (!result.ok) return { file, sha256: await wholeHash(file), candidate, outcome: result };
  const sha256 = hash.digest('hex');
  const { survey } = result;
  const sharedKeys = await findSharedKeys(adapter, file, tally, options);
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

/** Counts births and watches keys while records pass; keeps no record. */
class RecordTally {
  private readonly watches = new Map<string, KeyWatch>();
  private births = 0;
  private firstOfJanuary = 0;
  private readonly birthSlots: ReadonlyMap<string, number>;
  readonly plans: ReadonlyMap<string, TablePlan>;

  constructor(profile: CompiledProfile) {
    this.plans = profile.tables;
    this.birthSlots = new Map(
      [...profile.tables.values()].flatMap((plan): [string, number][] =>
        plan.births === null ? [] : [[plan.table, watchedColumns(plan).indexOf(plan.births.name)]],
      ),
    );
  }

  add(record: SourceRecord): void {
    const key = record.fields[0]?.trim() ?? '';
    if (key !== '') this.watch(record.table).add(key);
    const slot = this.birthSlots.get(record.table);
    if (slot === undefined) return;
    const birth = record.fields[slot] ?? '';
    if (birth === '') return;
    this.births += 1;
    if (birth.startsWith('01/01/') || birth.endsWith('-01-01')) this.firstOfJanuary += 1;
  }

  birthsYearOnly(): boolean {
    const limit = [...this.plans.values()].find((plan) => plan.births !== null)?.births?.yearOnlyAbove ?? 1;
    return this.births > 0 && this.firstOfJanuary / this.births > limit;
  }

  /** Tables with keys whose hashes met. */
  suspects(): ReadonlyMap<string, ReadonlySet<number>> {
    const found = new Map<string, ReadonlySet<number>>();
    for (const [table, watch] of this.watches) {
      const repeated = watch.repeated();
      if (repeated.size > 0) found.set(table, repeated);
    }
    return found;
  }

  private watch(table: string): KeyWatch {
    let watch = this.watches.get(table);
    if (watch === undefined) this.watches.set(table, (watch = new KeyWatch()));
    return watch;
  }
}

/** Reads once more where keys may repeat, and says what becomes of the records that share one. */
const findSharedKeys = async (
  adapter: SourceAdapter,
  file: ExportFile,
  tally: RecordTally,
  options: SurveyExportOptions,
): Promise<SharedKeys | null> => {
  const suspects = tally.suspects();
  if (suspects.size === 0) return null;
  const groups = new Map<string, { table: string; records: number[]; withheld: boolean }>();
  const onRecord = (record: SourceRecord): void => {
    const key = record.fields[0]?.trim() ?? '';
    if (key === '' || suspects.get(record.table)?.has(hash53(key)) !== true) return;
    const name = `${record.table}\0${key}`;
    let group = groups.get(name);
    if (group === undefined) groups.set(name, (group = { table: record.table, records: [], withheld: false }));
    group.records.push(record.record);
    const withheld = tally.plans.get(record.table)?.withheld;
    if (withheld != null && withheld.read(record.fields[1] ?? '') === true) group.withheld = true;
  };
  const blocks = fileBlocks(file.path, undefined, options.signal);
  await adapter.survey(blocks, { ...adapterOptions(options), onRecord });
  return sharedKeys([...groups.values()].filter(({ records }) => records.length > 1));
};

/** The first record of a key stands; the others wait. Where one of them refuses digital filing, all are withheld. */
const sharedKeys = (
  groups: readonly { readonly table: string; readonly records: readonly number[]; readonly withheld: boolean }[],
): SharedKeys | null => {
  if (groups.length === 0) return null;
  const shared: Record<string, Record<string, 'duplicate' | 'withheld'>> = {};
  for (const { table, records, withheld } of groups) {
    const fates = (shared[table] ??= {});
    for (const record of withheld ? records : records.slice(1)) fates[record] = withheld ? 'withheld' : 'duplicate';
  }
  return shared;
};
