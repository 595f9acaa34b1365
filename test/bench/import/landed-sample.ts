import { join } from 'node:path';
import type { BenchDatabase } from '../support/bench-server.js';
import { keepLandedRows, type LandedTable } from './landed-rows.js';
import { type LoadOrder, prepareLoad } from './pgloader.js';
import { sampleRows, type TableSample } from './sample-rows.js';

/** Rows that TypeORM is given: it reaches its pace within a few batches, and all of them would take it minutes. */
const SAMPLE = 20_000;

/** What an import landed, ready for whatever loads rows and does nothing else. */
export interface LandedSample {
  readonly tables: readonly LandedTable[];
  readonly samples: readonly TableSample[];
  readonly loads: readonly LoadOrder[];
  /** Rows that records became, without members, decisions and payments. */
  readonly recordRows: number;
}

/** @returns a function that keeps what the first call finds, and answers the same from then on */
export const keepOnce = (folder: string): ((database: BenchDatabase) => Promise<LandedSample>) => {
  let kept: Promise<LandedSample> | null = null;
  return (database) => (kept ??= keep(database, folder));
};

const keep = async (database: BenchDatabase, folder: string): Promise<LandedSample> => {
  const tables = await keepLandedRows(database, join(folder, 'copy'));
  const samples = await sampleRows(database, SAMPLE);
  const loads = await prepareLoad(database, samples, join(folder, 'csv'));
  const sampled = new Set<string>(samples.map(({ table }) => table));
  const recordRows = tables.filter(({ table }) => sampled.has(table)).reduce((sum, { rows }) => sum + rows, 0);
  return { tables, samples, loads, recordRows };
};
