import type { BalanceSheet } from '../../../apps/migrator/src/imports/balance-sheet.js';
import type { PeakMemory } from '../support/peak-memory.js';
import { type Place, runProduct } from '../support/product-command.js';
import { type Night, SITE } from './bench-exports.js';

/** The import of one source: a command from its start to its end. */
export interface SourceImport {
  readonly source: string;
  readonly seconds: number;
  readonly memory: PeakMemory;
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** The import of a night, source after source. */
export interface NightImport {
  readonly seconds: number;
  readonly read: number;
  readonly changed: number;
  readonly memory: PeakMemory;
  readonly sources: readonly SourceImport[];
}

/** Imports a night with so many workers. @throws Error where a file was not imported, for that would be fast indeed */
export const importNight = async (
  place: Place,
  night: Night,
  sources: readonly string[],
  workers: number,
): Promise<NightImport> => {
  const done: SourceImport[] = [];
  for (const source of sources) done.push(await importSource(place, night, source, workers));
  const sum = (of: (one: SourceImport) => number): number => done.reduce((total, one) => total + of(one), 0);
  return {
    seconds: sum(({ seconds }) => seconds),
    read: sum(({ read }) => read),
    changed: sum(({ created, updated }) => created + updated),
    memory: {
      command: largest(done.map(({ memory }) => memory.command)),
      worker: largest(done.map(({ memory }) => memory.worker)),
    },
    sources: done,
  };
};

const importSource = async (place: Place, night: Night, source: string, workers: number): Promise<SourceImport> => {
  // 4D's files do not say their night.
  const what = ['--source', source, '--site', SITE, '--night', night.night, '--workers', String(workers)];
  const { seconds, stdout, memory } = await runProduct(['import', ...what, '--json', night.folder], place);
  const sheet = JSON.parse(stdout) as BalanceSheet;
  const missing = sheet.files.find(({ status }) => status !== 'imported');
  if (missing !== undefined) throw new Error(`${missing.name} was answered ${missing.status}: nothing was measured`);
  const tables = sheet.files.flatMap((file) => Object.values(file.tables));
  const sum = (of: (counts: (typeof tables)[number]) => number): number => tables.reduce((n, one) => n + of(one), 0);
  return {
    source,
    seconds,
    memory,
    read: sum(({ read }) => read),
    created: sum(({ created }) => created),
    updated: sum(({ updated }) => updated),
    unchanged: sum(({ unchanged }) => unchanged),
  };
};

const largest = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
};
