import { Inject, Injectable } from '@nestjs/common';
import { EXIT, TeachingError, runName } from '#libs/domain';
import {
  AuditTrail,
  type Client,
  copiesGone,
  Database,
  enforceSeparations,
  findLatestRun,
  findRun,
  findRunReport,
  listRuns,
  rollbackRun,
  type Run,
  type RunReport,
  type RunSummary,
  tryLockSource,
  unlockSource,
  Vault,
} from '#libs/store';
import { rollbackEntry } from '../audit/run-entries.js';

const RUN = /^R?([1-9]\d{0,8})$/i;

@Injectable()
export class RunsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  /** Newest first. */
  async list(limit: number): Promise<RunSummary[]> {
    return this.database.session((client) => listRuns(client, limit));
  }

  /** @throws TeachingError `run.unknown` */
  async show(name: string): Promise<RunReport> {
    const report = await this.database.session((client) => findRunReport(client, runId(name)));
    if (report === null) throw unknownRun(name);
    return report;
  }

  /** The run as the engine works with it. @throws TeachingError `run.unknown` */
  async find(name: string): Promise<Run> {
    const run = await this.database.session((client) => findRun(client, runId(name)));
    if (run === null) throw unknownRun(name);
    return run;
  }

  /**
   * Takes a run back: the store is as it was before, except that refusals stay honoured. Only the newest run of a site and
   * source can be taken back, since later ones stand on it.
   * @returns rows touched, by step
   */
  async rollback(name: string, dryRun: boolean): Promise<Record<string, number>> {
    const run = await this.find(name);
    const work = (client: Client): Promise<Record<string, number>> => this.rollbackAlone(client, run);
    return dryRun ? this.database.rehearse((rehearsal) => rehearsal.session(work)) : this.database.transaction(work);
  }

  private async rollbackAlone(client: Client, run: Run): Promise<Record<string, number>> {
    if (!(await tryLockSource(client, run.site, run.system))) {
      throw new TeachingError('import.busy', { site: run.site, source: run.system });
    }
    try {
      const latest = await findLatestRun(client, run.siteId, run.systemId);
      if (latest?.id !== run.id) {
        const args = { run: runName(run.id), latest: latest === null ? '-' : runName(latest.id) };
        throw new TeachingError('run.not-the-latest', args, { exitCode: EXIT.refused });
      }
      // Without the copies half of it would come back, and nobody would see which half.
      if (await copiesGone(client, run.id)) {
        throw new TeachingError('run.copies-gone', { run: runName(run.id) }, { exitCode: EXIT.refused });
      }
      const touched = await rollbackRun(client, run.id);
      // No copy of a former state joins what was taken apart.
      await enforceSeparations(client, this.vault);
      await this.trail.record(client, [rollbackEntry(run, touched)]);
      return touched;
    } finally {
      await unlockSource(client, run.site, run.system).catch(() => undefined);
    }
  }
}

const runId = (name: string): number => {
  const id = RUN.exec(name)?.[1];
  if (id === undefined) throw unknownRun(name);
  return Number(id);
};

const unknownRun = (name: string): TeachingError =>
  new TeachingError('run.unknown', { run: name }, { exitCode: EXIT.usage });
