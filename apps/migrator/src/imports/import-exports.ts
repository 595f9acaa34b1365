import type { Settings } from '#libs/runtime';
import { AuditTrail, type RowHasher, Vault } from '#libs/store';
import { type Engine, withEngine } from '../engine/open-engine.js';
import { INSTALLATION_KEY, ROW_HASHER } from '../engine/tokens.js';
import { linkAfterImport } from '../linkage/link-after-import.js';
import { SourceCatalogue } from '#libs/services';
import { OwnWorkers } from '../workers/own-workers.js';
import type { BalanceSheet } from './balance-sheet.js';
import { ImportService } from './import.service.js';
import type { ImportObserver, ImportRequest } from './import-request.js';
import { InlineChunkRunner } from './inline-chunk-runner.js';
import { RunContexts } from './run-contexts.js';

/** How a command wants it done. */
export interface ImportOptions {
  readonly dryRun: boolean;
  /** Worker processes of its own; null leaves it to the size of the import and the workers that run already. */
  readonly workers: number | null;
}

/** Opens an engine, imports, closes it again: what `passerelle import` does. */
export const importExports = (
  settings: Settings,
  request: ImportRequest,
  options: ImportOptions,
  observer: ImportObserver,
  signal: AbortSignal,
): Promise<BalanceSheet> =>
  withEngine(settings, { queue: !options.dryRun, signal }, (engine) =>
    options.dryRun
      ? rehearseImport(engine, settings, request, observer, signal)
      : importInto(engine, request, options.workers, observer, signal),
  );

/** Imports through the queue of an open engine, then links what was touched. */
export const importInto = async (
  engine: Engine,
  request: ImportRequest,
  workers: number | null,
  observer: ImportObserver,
  signal: AbortSignal,
): Promise<BalanceSheet> => {
  engine.get(OwnWorkers).asked = workers;
  const sheet = await engine.get(ImportService).import(request, observer, signal);
  return linkAfterImport(engine, sheet, workers);
};

/** The same import in one transaction that is rolled back: no queue, no workers, nothing kept. */
const rehearseImport = (
  engine: Engine,
  settings: Settings,
  request: ImportRequest,
  observer: ImportObserver,
  signal: AbortSignal,
): Promise<BalanceSheet> =>
  engine.database.rehearse((rehearsal) => {
    const catalogue = engine.get(SourceCatalogue);
    const key = engine.app.get<Uint8Array>(INSTALLATION_KEY, { strict: false });
    const contexts = new RunContexts(catalogue, key, engine.get(Vault));
    const hash = engine.app.get<RowHasher>(ROW_HASHER, { strict: false });
    const runner = new InlineChunkRunner(rehearsal, contexts, hash, signal);
    const { chunkRecords } = settings;
    const trail = engine.get(AuditTrail);
    const service = new ImportService(rehearsal, rehearsal, catalogue, contexts, hash, runner, chunkRecords, trail);
    return service.import(request, observer, signal);
  });
