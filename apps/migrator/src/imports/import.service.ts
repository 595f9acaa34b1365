import { stat } from 'node:fs/promises';
import { TeachingError, runName } from '#libs/domain';
import {
  type AuditTrail,
  countLanded,
  enforceSeparations,
  findArrived,
  findFilesOfRun,
  findSheet,
  findUnfinishedRun,
  finishRun,
  holdRunning,
  register,
  type Registered,
  type RowHasher,
  type Run,
  runAge,
  today,
  type Transactor,
  tryLockSource,
  unlockSource,
} from '#libs/store';
import { failedImportEntry, importEntry } from '../audit/run-entries.js';
import { QuarantineReplay } from '../quarantine/replay.js';
import type { ExportFile } from '../reading/export-file.js';
import { findExportFiles } from '../reading/find-export-files.js';
import type { SourceCatalogue, SourceContext } from '#libs/services';
import { type BalanceSheet, sheetFile } from './balance-sheet.js';
import type { ChunkRunner, ImportObserver, ImportRequest } from './import-request.js';
import { type ImportPlan, planImport } from './plan-import.js';
import { settleNight, writePlan } from './plan-run.js';
import type { RunContexts } from './run-contexts.js';
import { settleRun, supersedeEarlier } from './settle-run.js';

/** Imports the exports of one site and source: plan, chunks, settle. */
export class ImportService {
  constructor(
    private readonly transactor: Transactor,
    /** The same, but it outlasts outages: what it is given may be done twice. */
    private readonly steady: Transactor,
    private readonly catalogue: SourceCatalogue,
    private readonly contexts: RunContexts,
    private readonly hash: RowHasher,
    private readonly runner: ChunkRunner,
    private readonly chunkRecords: number,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * @returns the balance sheet; that of the resumed run where the same files had been interrupted
   * @throws TeachingError for wrong usage, a busy source or a failed run; AbortError when stopped (the run stays resumable)
   */
  async import(request: ImportRequest, observer: ImportObserver, signal: AbortSignal): Promise<BalanceSheet> {
    const began = performance.now();
    const source = this.catalogue.source(request.source, request.site);
    if (!source.profile.importable)
      throw new TeachingError('source.read-only', { source: request.source }, { exitCode: 2 });
    const files = await findExportFiles(source.profile, request.paths);
    return this.alone(source, async () => {
      const registered = await this.register(source);
      const resumed = await this.resumeUnfinished(registered, observer, signal);
      if (resumed !== null && (await sameFiles(resumed.files, files))) return resumed.sheet;
      await this.runner.prepare(files.reduce((bytes, { size }) => bytes + size, 0));
      const night = settleNight(files, request.night, await this.steady.session(today));
      const plan = await planImport(this.steady, source, registered, night, files, {
        chunkRecords: this.chunkRecords,
        mode: request.mode,
        signal,
        onBytes: (bytes, total) => observer.surveying(bytes, total),
      });
      const untouched = nothingToDo(plan, source, night, request, performance.now() - began);
      if (untouched !== null) return untouched;
      const run = await this.steady.transaction((client) =>
        writePlan(client, source, registered, { night, mode: request.mode, files: plan.files }),
      );
      return this.finish(run, observer, signal);
    });
  }

  /** Takes up a run that was interrupted. */
  async resume(run: Run, observer: ImportObserver, signal: AbortSignal): Promise<BalanceSheet> {
    return this.alone(this.catalogue.source(run.system, run.site), () => this.finish(run, observer, signal));
  }

  /** One import at a time for a site and source; the lock goes with its connection, and with the process. */
  private async alone<T>(source: SourceContext, work: () => Promise<T>): Promise<T> {
    const { site, profile } = source;
    return this.transactor.session(async (client) => {
      if (!(await tryLockSource(client, site, profile.name))) {
        throw new TeachingError('import.busy', { site, source: profile.name });
      }
      try {
        return await work();
      } finally {
        await this.runner.release();
        // A connection that broke has lost the lock already.
        await unlockSource(client, site, profile.name).catch(() => undefined);
      }
    });
  }

  private async register({ profile, site }: SourceContext): Promise<Registered> {
    const tables = [...profile.tables.values()].map(({ table, entity }) => ({ table, entity }));
    return this.steady.transaction((client) => register(client, site, profile.name, tables));
  }

  private async resumeUnfinished(
    { siteId, systemId }: Registered,
    observer: ImportObserver,
    signal: AbortSignal,
  ): Promise<{ sheet: BalanceSheet; files: readonly SealedFile[] } | null> {
    const run = await this.steady.session((client) => findUnfinishedRun(client, siteId, systemId));
    if (run === null) return null;
    observer.resuming(run);
    const files = await this.steady.session((client) => findFilesOfRun(client, run.id));
    const sealed = files.map(({ path, size, traits, status }) => ({ path, size, mtimeMs: traits['mtimeMs'], status }));
    try {
      return { sheet: await this.finish(run, observer, signal), files: sealed };
    } catch (error) {
      // An interrupted night whose exports are gone must not keep the next one out; it is marked failed by now.
      if (error instanceof TeachingError && error.code === 'run.chunk-failed') return null;
      throw error;
    }
  }

  private async finish(run: Run, observer: ImportObserver, signal: AbortSignal): Promise<BalanceSheet> {
    const files = await this.steady.session((client) => findFilesOfRun(client, run.id));
    const total = files.flatMap(({ records }) => Object.values(records)).reduce((sum, records) => sum + records, 0);
    try {
      await this.runner.run(run, (records) => observer.loading(records, total));
    } catch (error) {
      if (error instanceof TeachingError) await this.fail(run, error);
      throw error;
    }
    return this.settle(run, files, signal);
  }

  private async settle(
    run: Run,
    files: Awaited<ReturnType<typeof findFilesOfRun>>,
    signal: AbortSignal,
  ): Promise<BalanceSheet> {
    const source = this.catalogue.source(run.system, run.site);
    const { tableIds } = await this.register(source);
    await this.steady.transaction((client) => supersedeEarlier(client, run, tableIds, files));
    const arrived = await this.steady.session((client) => findArrived(client, run.siteId, run.systemId));
    const replay = new QuarantineReplay(this.steady, this.contexts.withTodaysRules(), this.hash);
    if (arrived.length > 0) await replay.replay({ ids: arrived }, run, signal);
    return this.steady.transaction(async (client) => {
      if (!(await holdRunning(client, run.id))) return endedElsewhere(await findSheet(client, run.id), run);
      // Chunks that landed side by side did not see each other.
      await enforceSeparations(client, this.contexts.vault);
      const durationMs = Math.round(await runAge(client, run.id));
      // Counted in the store: a crash may lie between the replay and this.
      const sheet = await settleRun(client, run, source, tableIds, await countLanded(client, run.id), durationMs);
      await this.trail.record(client, [importEntry(sheet)]);
      return sheet;
    });
  }

  private async fail(run: Run, error: TeachingError): Promise<void> {
    await this.steady.transaction(async (client) => {
      if (await holdRunning(client, run.id)) {
        await finishRun(client, run.id, { status: 'failed', failure: error.code, sheet: null });
        await this.trail.record(client, [failedImportEntry(run, error.code)]);
      }
    });
  }
}

interface SealedFile {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: unknown;
  readonly status: string;
}

const endedElsewhere = (sheet: object | null, run: Run): BalanceSheet => {
  if (sheet === null) throw new TeachingError('run.ended-elsewhere', { run: runName(run.id) });
  return sheet as BalanceSheet;
};

/** Whether the resumed run was about exactly these files as they lie there now: then this is the same command again. */
const sameFiles = async (sealed: readonly SealedFile[], files: readonly ExportFile[]): Promise<boolean> => {
  const byPath = new Map(sealed.map((file) => [file.path, file]));
  for (const { path, size } of files) {
    const file = byPath.get(path);
    if (file === undefined || file.size !== size) return false;
    if (file.status === 'imported' && file.mtimeMs !== (await stat(path)).mtimeMs) return false;
  }
  return true;
};

/** The answer where every file was imported before: nothing is written, not even a run. */
const nothingToDo = (
  plan: ImportPlan,
  source: SourceContext,
  night: string,
  { mode }: ImportRequest,
  elapsed: number,
): BalanceSheet | null => {
  if (plan.files.some(({ file }) => file.status !== 'already-imported')) return null;
  return {
    run: runName(Math.max(...plan.earlierRuns)),
    site: source.site,
    source: source.profile.name,
    night,
    mode,
    status: 'done',
    files: plan.files.map(({ file }) => sheetFile(file, [])),
    absent: 0,
    replayed: 0,
    durationMs: Math.round(elapsed),
  };
};
