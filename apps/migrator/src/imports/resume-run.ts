import { EXIT, TeachingError, runName } from '#libs/domain';
import { findLatestRun, findSheet, reopenRun, reviveFailedChunks } from '#libs/store';
import type { Engine } from '../engine/open-engine.js';
import { linkAfterImport } from '../linkage/link-after-import.js';
import { RunsService } from '../runs/runs.service.js';
import { type BalanceSheet } from './balance-sheet.js';
import { ImportService } from './import.service.js';
import type { ImportObserver } from './import-request.js';

/**
 * Goes on with a run that was interrupted, or that failed and may succeed now. A run that is done answers its sheet.
 * @throws TeachingError `run.unknown`, `run.not-resumable`, `run.overtaken`
 */
export const resumeRun = async (
  engine: Engine,
  name: string,
  observer: ImportObserver,
  signal: AbortSignal,
): Promise<BalanceSheet> => {
  const run = await engine.get(RunsService).find(name);
  const { database } = engine;
  const latest = await database.session((client) => findLatestRun(client, run.siteId, run.systemId));
  // An older night loaded over a newer one would bring back what has changed since.
  if (latest !== null && latest.id > run.id && run.status !== 'done') {
    throw new TeachingError('run.overtaken', { run: name, latest: runName(latest.id) }, { exitCode: EXIT.usage });
  }
  if (run.status === 'failed' && run.kind === 'import') {
    await database.transaction(async (client) => {
      if (await reopenRun(client, run.id)) await reviveFailedChunks(client, run.id);
    });
  } else if (run.status !== 'running') {
    const sheet = await database.session((client) => findSheet(client, run.id));
    if (run.status === 'done' && run.kind === 'import' && sheet !== null) return sheet as BalanceSheet;
    throw new TeachingError('run.not-resumable', { run: name, status: run.status }, { exitCode: EXIT.usage });
  }
  const sheet = await engine.get(ImportService).resume(run, observer, signal);
  return linkAfterImport(engine, sheet, null);
};
