import { EXIT, TeachingError } from '#libs/domain';
import { findSheet, reopenRun, reviveFailedChunks } from '#libs/store';
import type { Engine } from '../engine/open-engine.js';
import { RunsService } from '../runs/runs.service.js';
import type { BalanceSheet } from './balance-sheet.js';
import { ImportService } from './import.service.js';
import type { ImportObserver } from './import-request.js';

/**
 * Goes on with a run that was interrupted, or that failed and may succeed now. A run that is done answers its sheet.
 * @throws TeachingError `run.unknown`, `run.not-resumable`
 */
export const resumeRun = async (
  engine: Engine,
  name: string,
  observer: ImportObserver,
  signal: AbortSignal,
): Promise<BalanceSheet> => {
  const run = await engine.get(RunsService).find(name);
  const { database } = engine;
  if (run.status === 'failed' && run.kind === 'import') {
    await database.transaction(async (client) => {
      if (await reopenRun(client, run.id)) await reviveFailedChunks(client, run.id);
    });
  } else if (run.status !== 'running') {
    const sheet = await database.session((client) => findSheet(client, run.id));
    if (run.status === 'done' && run.kind === 'import' && sheet !== null) return sheet as BalanceSheet;
    throw new TeachingError('run.not-resumable', { run: name, status: run.status }, { exitCode: EXIT.usage });
  }
  return engine.get(ImportService).resume(run, observer, signal);
};
