import { TeachingError, runName } from '#libs/domain';
import {
  type Client,
  clearRefusedHouseholds,
  dropOlderSeenTables,
  dropSeenTable,
  findCounts,
  findFilesOfRun,
  finishRun,
  markAbsentRows,
  type Run,
  type StoredFile,
  supersedeQuarantine,
} from '#libs/store';
import type { SourceContext } from '#libs/services';
import { type BalanceSheet, offBalance, sheetFile } from './balance-sheet.js';
import { marksAbsence } from './load-chunk.js';

/**
 * Ends a run in one transaction: marks what full exports no longer hold, closes what earlier runs left in quarantine of the
 * same tables, clears refused households, draws up the sheet. A sheet that does not close fails the run.
 */
export const settleRun = async (
  client: Client,
  run: Run,
  source: SourceContext,
  tableIds: ReadonlyMap<string, number>,
  replayed: number,
  durationMs: number,
): Promise<BalanceSheet> => {
  const files = await findFilesOfRun(client, run.id);
  const absent = await markAbsent(client, run, source, tableIds, files);
  await dropSeenTable(client, run.id);
  await dropOlderSeenTables(client, run);
  await clearRefusedHouseholds(client, run.siteId);
  const counts = await findCounts(client, run.id);
  const lines = files.map((file) => ({
    file,
    line: sheetFile(
      file,
      counts.filter(({ fileId }) => fileId === file.id).map((chunk) => chunk.counts),
    ),
  }));
  const off = offBalance(lines);
  const status = off !== null ? 'failed' : files.some((file) => file.status !== 'refused') ? 'done' : 'refused';
  const sheet: BalanceSheet = {
    run: runName(run.id),
    site: run.site,
    source: run.system,
    night: run.night,
    mode: run.mode,
    status,
    files: lines.map(({ line }) => line),
    absent,
    replayed,
    durationMs,
  };
  await finishRun(client, run.id, { status, failure: off === null ? null : 'run.off-balance', sheet });
  return sheet;
};

/** Closes what earlier runs left in quarantine and this run says anew. Done before waiting records are replayed. */
export const supersedeEarlier = async (
  client: Client,
  run: Run,
  tableIds: ReadonlyMap<string, number>,
  files: readonly StoredFile[],
): Promise<void> => {
  for (const mode of ['full', 'delta'] as const) {
    const tables = tablesOf(files.filter((file) => (run.mode === 'full' ? file.mode : 'delta') === mode));
    const ids = tables.map((table) => tableId(tableIds, table));
    if (ids.length > 0) await supersedeQuarantine(client, { ...run, mode }, ids);
  }
};

/** Tables that imported files hold. */
const tablesOf = (files: readonly StoredFile[]): string[] => [
  ...new Set(files.filter(({ status }) => status === 'imported').flatMap(({ records }) => Object.keys(records))),
];

const markAbsent = async (
  client: Client,
  run: Run,
  source: SourceContext,
  tableIds: ReadonlyMap<string, number>,
  files: readonly StoredFile[],
): Promise<number> => {
  const tables = tablesOf(files.filter((file) => marksAbsence(run, file)));
  const marked = await markAbsentRows(
    client,
    run,
    tables.flatMap((table) => {
      const plan = source.profile.tables.get(table);
      return plan === undefined ? [] : [{ tableId: tableId(tableIds, table), entity: plan.entity }];
    }),
  );
  return [...marked.values()].reduce((sum, rows) => sum + rows, 0);
};

const tableId = (tableIds: ReadonlyMap<string, number>, table: string): number => {
  const id = tableIds.get(table);
  if (id === undefined) throw new TeachingError('run.profile-changed', { source: table });
  return id;
};
