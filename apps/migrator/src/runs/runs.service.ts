import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { EXIT, TeachingError } from '#libs/domain';
import {
  type Client,
  Database,
  findLatestRun,
  findRun,
  ImportFileRow,
  ImportRunRow,
  rollbackRun,
  type Run,
  tryLockSource,
  unlockSource,
} from '#libs/store';
import type { DataSource } from 'typeorm';
import { runName } from '../imports/balance-sheet.js';

/** A run as `passerelle runs` shows it. */
export interface RunSummary {
  readonly run: string;
  readonly kind: 'import' | 'replay';
  readonly site: string;
  readonly source: string;
  readonly night: string;
  readonly mode: 'full' | 'delta';
  readonly status: string;
  readonly failure: string | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly durationMs: number | null;
}

/** The same with its files, versions and balance sheet. */
export interface RunDetails extends RunSummary {
  readonly profileVersion: number;
  readonly profileFingerprint: string;
  readonly policyVersion: number;
  readonly files: readonly Pick<
    ImportFileRow,
    'name' | 'sha256' | 'size' | 'shape' | 'status' | 'reason' | 'encoding' | 'records'
  >[];
  readonly sheet: object | null;
}

const RUN = /^R?([1-9]\d{0,8})$/i;

@Injectable()
export class RunsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** Newest first. */
  async list(limit: number): Promise<RunSummary[]> {
    const runs = await this.dataSource.getRepository(ImportRunRow).find({ order: { id: 'DESC' }, take: limit });
    const names = await this.names();
    return runs.map((run) => summary(run, names));
  }

  async show(name: string): Promise<RunDetails> {
    const id = runId(name);
    const run = await this.dataSource.getRepository(ImportRunRow).findOneBy({ id });
    if (run === null) throw unknownRun(name);
    const files = await this.dataSource
      .getRepository(ImportFileRow)
      .find({ where: { runId: id }, order: { name: 'ASC', id: 'ASC' } });
    return {
      ...summary(run, await this.names()),
      profileVersion: run.profileVersion,
      profileFingerprint: run.profileFingerprint,
      policyVersion: run.policyVersion,
      files: files.map(({ name: file, sha256, size, shape, status, reason, encoding, records }) => ({
        ...{ name: file, sha256, size, shape, status, reason, encoding, records },
      })),
      sheet: run.sheet,
    };
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
      return await rollbackRun(client, run.id);
    } finally {
      await unlockSource(client, run.site, run.system).catch(() => undefined);
    }
  }

  private async names(): Promise<Names> {
    const sites = await this.database.query<{ id: number; code: string }>('SELECT id, code FROM passerelle.site');
    const systems = await this.database.query<{ id: number; code: string }>(
      'SELECT id, code FROM passerelle.source_system',
    );
    return {
      sites: new Map(sites.map(({ id, code }) => [id, code])),
      systems: new Map(systems.map(({ id, code }) => [id, code])),
    };
  }
}

interface Names {
  readonly sites: ReadonlyMap<number, string>;
  readonly systems: ReadonlyMap<number, string>;
}

const runId = (name: string): number => {
  const id = RUN.exec(name)?.[1];
  if (id === undefined) throw unknownRun(name);
  return Number(id);
};

const unknownRun = (name: string): TeachingError =>
  new TeachingError('run.unknown', { run: name }, { exitCode: EXIT.usage });

const summary = (run: ImportRunRow, { sites, systems }: Names): RunSummary => ({
  run: runName(run.id),
  kind: run.kind,
  site: sites.get(run.siteId) ?? '',
  source: systems.get(run.systemId) ?? '',
  night: run.night,
  mode: run.mode,
  status: run.status,
  failure: run.failure,
  startedAt: run.startedAt.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
  durationMs: run.durationMs,
});
