import type { BenchDatabase, BenchServer } from '../support/bench-server.js';
import { onDatabase } from '../support/bench-server.js';
import type { Place } from '../support/product-command.js';
import type { BenchExports } from './bench-exports.js';
import { importNight, type NightImport } from './import-night.js';
import { copyLandedRows, type LandedTable } from './landed-rows.js';
import { loadByPgloader } from './pgloader.js';
import { readWithSaxes } from './saxes-read.js';
import type { LandedSample } from './landed-sample.js';
import { upsertByTypeOrm } from './typeorm-upsert.js';

/** What a round needs. */
export interface RoundContext {
  readonly server: BenchServer;
  readonly exports: BenchExports;
  readonly sources: readonly string[];
  readonly signal: AbortSignal;
  /** Keeps what the first import of all landed, for those that only load rows. */
  keep(database: BenchDatabase): Promise<LandedSample>;
  tell(step: string): void;
}

/** What one round measured, seconds but where the name says otherwise. */
export interface Round {
  readonly first: NightImport;
  readonly unchanged: NightImport;
  readonly oneWorker: NightImport;
  readonly small: NightImport;
  /** An import of next to nothing: the start and the end of commands and workers. */
  readonly tiny: NightImport;
  readonly copySeconds: number;
  readonly copiedRows: number;
  /** null where TIPI was not imported. */
  readonly saxesSeconds: number | null;
  /** Rows of the sampled tables that the first import landed. */
  readonly recordRows: number;
  readonly typeOrmRowsPerSecond: number;
  readonly pgloaderRowsPerSecond: number | string;
}

/** One of everything, so that a machine that is slow for a minute is slow for all that is compared. */
export const runRound = async (context: RoundContext): Promise<Round> => {
  const { exports, server, sources, tell } = context;
  const { first, unchanged, landed } = await firstAndUnchanged(context);
  tell('COPY of the landed rows');
  const copySeconds = await onFresh(context, ({ database }) => copyLandedRows(database, landed.tables));
  tell('first load, one worker');
  const oneWorker = await onFresh(context, (place) => importNight(place, exports.large, sources, 1));
  tell('first load of a tenth');
  const small = await onFresh(context, (place) => importNight(place, exports.small, sources, 2));
  const tiny = await onFresh(context, (place) => importNight(place, exports.tiny, sources, 1));
  tell('saxes, TypeORM, pgloader');
  const saxesSeconds = sources.includes('tipi') ? await readWithSaxes(exports.large.xml) : null;
  const typeOrmRowsPerSecond = await onFresh(context, ({ database }) => upsertByTypeOrm(database, landed.samples));
  const pgloaderRowsPerSecond = await onFresh(context, ({ database }) => loadByPgloader(database, landed.loads));
  await server.settle();
  const copiedRows = sumRows(landed.tables);
  const recordRows = landed.recordRows;
  const measured = { first, unchanged, oneWorker, small, tiny, copySeconds, copiedRows, saxesSeconds };
  return { ...measured, recordRows, typeOrmRowsPerSecond, pgloaderRowsPerSecond };
};

/** The first load, then the next night's exports on top of it. */
const firstAndUnchanged = (
  context: RoundContext,
): Promise<Pick<Round, 'first' | 'unchanged'> & { readonly landed: LandedSample }> =>
  onFresh(context, async (place) => {
    const { exports, sources, tell } = context;
    tell('first load');
    const first = await importNight(place, exports.large, sources, 2);
    const landed = await context.keep(place.database);
    // What autovacuum has done long before the next night comes.
    await onDatabase(place.database.connection, (client) => client.query('VACUUM (ANALYZE)'));
    await place.server.settle();
    tell('unchanged export');
    const unchanged = await importNight(place, exports.unchanged, sources, 2);
    if (unchanged.changed > 0) throw new Error(`the unchanged night changed ${String(unchanged.changed)} rows`);
    return { first, unchanged, landed };
  });

const onFresh = async <T>({ server, signal }: RoundContext, work: (place: Place) => Promise<T>): Promise<T> => {
  signal.throwIfAborted();
  const database = await server.fresh();
  try {
    return await work({ server, database, signal });
  } finally {
    await database.drop();
  }
};

const sumRows = (tables: readonly LandedTable[]): number => tables.reduce((sum, { rows }) => sum + rows, 0);
