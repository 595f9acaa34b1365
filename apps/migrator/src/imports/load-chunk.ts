import { stat } from 'node:fs/promises';
import { type MapResult, TeachingError } from '#libs/domain';
import { type MapContext, mapRecords } from '#libs/mappers';
import type { Minimiser } from '#libs/minimiser';
import {
  type Client,
  hasExpired,
  insertQuarantine,
  type LeasedChunk,
  type LoadTarget,
  ResultLoader,
  type RowHasher,
  type Run,
  seenRelation,
  type StoredFile,
  type TableCounts,
  type Vault,
} from '#libs/store';
import { adapterFor } from '../reading/adapter-for.js';
import { byteRange } from '../reading/file-blocks.js';
import type { SourceContext } from '#libs/services';

/** Everything a chunk of a run needs, found once and used for all of them. */
export interface ChunkWork {
  readonly run: Run;
  readonly file: StoredFile;
  readonly source: SourceContext;
  readonly minimiser: Minimiser;
  readonly tableIds: ReadonlyMap<string, number>;
  /** What tells of separated persons' places lands closed. */
  readonly vault: Vault;
}

/** A stretch of a file to read: a chunk, or the outermost record of a quarantined one. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly firstRecord: Readonly<Record<string, number>>;
  readonly sharedKey: MapContext['sharedKey'];
}

/** Reads and maps a stretch of a sealed file, batch by batch. */
export async function* mapStretch(
  { run, file, source }: ChunkWork,
  { start, end, firstRecord, sharedKey }: Stretch,
  signal?: AbortSignal,
): AsyncGenerator<MapResult[]> {
  await checkSealed(file);
  const shape = source.profile.shapes.find(({ name }) => name === file.shape);
  if (shape === undefined) throw new TeachingError('run.profile-changed', { source: source.profile.name });
  const adapter = adapterFor(shape, file.table);
  const context = { night: run.night, firstOfJanuaryIsYearOnly: file.birthsYearOnly, sharedKey };
  const range = byteRange(file.path, start, end, firstRecord);
  const survey = { encoding: file.encoding ?? '', traits: file.traits };
  for await (const records of adapter.records(range, survey, signal)) {
    yield mapRecords(source.profile.tables, records, context);
  }
}

/**
 * Records that land together: fewer cost round trips to the database, more cost memory and the time to move what lives long.
 * Nested records never part from their parents, since adapters hand them out together.
 */
const BATCH = 2_000;

/**
 * Loads a chunk in the caller's transaction: reads, maps, minimises and lands it batch by batch, so that a worker holds some
 * thousand records at a time, whatever the size of the chunk. Notes what must wait.
 * @returns how the records of each table ended
 */
export const landChunk = async (
  client: Client,
  hash: RowHasher,
  work: ChunkWork,
  { start, end, firstRecord, sharedKeys }: Pick<LeasedChunk, 'start' | 'end' | 'firstRecord' | 'sharedKeys'>,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, TableCounts>> => {
  const { run, file, tableIds, minimiser } = work;
  const target: LoadTarget = {
    runId: run.id,
    fileId: file.id,
    siteId: run.siteId,
    tableIds,
    firstLoad: run.firstLoad,
    seenRelation: marksAbsence(run, file) ? seenRelation(run.id) : null,
    returns: (await hasExpired(client, run.siteId)) ? work.source.returns() : null,
  };
  const sharedKey: MapContext['sharedKey'] = (table, record) => sharedKeys?.[table]?.[record];
  const loader = await ResultLoader.open(client, target, hash, work.vault);
  const land = async (): Promise<void> => {
    const { quarantined } = await loader.land();
    await insertQuarantine(client, target, [...quarantined.values()]);
  };
  try {
    for await (const mapped of mapStretch(work, { start, end, firstRecord, sharedKey }, signal)) {
      for (const result of mapped) loader.add(minimiser.minimise(result));
      if (loader.waiting >= BATCH) await land();
    }
    if (loader.waiting > 0) await land();
  } finally {
    loader.release();
  }
  return loader.counts;
};

/** Whether what this file no longer holds is absent: a full file of a full run, and something was there before. */
export const marksAbsence = (run: Run, file: Pick<StoredFile, 'mode'>): boolean =>
  run.mode === 'full' && file.mode === 'full' && !run.firstLoad;

/** A plan is only worth the file that it was made of: another size or time means that somebody wrote to it. */
const checkSealed = async (file: StoredFile): Promise<void> => {
  const facts = await stat(file.path).catch((error: unknown) => {
    throw new TeachingError('export.gone', { file: file.path }, { cause: error });
  });
  if (facts.size !== file.size || facts.mtimeMs !== file.traits['mtimeMs']) {
    throw new TeachingError('export.changed', { file: file.path });
  }
};
