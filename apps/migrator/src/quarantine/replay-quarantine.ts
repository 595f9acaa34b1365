import { TeachingError } from '#libs/domain';
import {
  AuditTrail,
  findArrived,
  findLatestRun,
  findRun,
  finishRun,
  groupQuarantineSources,
  insertRun,
  type QuarantineFilter,
  type RowHasher,
  type Run,
  type Transactor,
  tryLockSource,
  unlockSource,
  Vault,
} from '#libs/store';
import { replayEntry } from '../audit/run-entries.js';
import type { Engine } from '../engine/open-engine.js';
import { INSTALLATION_KEY, ROW_HASHER } from '../engine/tokens.js';
import { RunContexts } from '../imports/run-contexts.js';
import { SourceCatalogue } from '#libs/services';
import { QuarantineReplay, type ReplayReport } from './replay.js';

/** Replays waiting records, a run of kind `replay` for each site and source, so that it can be taken back like an import. */
export const replayQuarantine = (
  engine: Engine,
  filter: QuarantineFilter,
  dryRun: boolean,
  signal: AbortSignal,
): Promise<ReplayReport> => {
  const work = async (transactor: Transactor): Promise<ReplayReport> => {
    const total: ReplayReport = { landed: 0, withheld: 0, waiting: 0, unreadable: 0 };
    for (const scope of await transactor.session((client) => groupQuarantineSources(client, filter))) {
      const report = await replayScope(engine, transactor, { ...filter, ...scope }, signal);
      for (const name of ['landed', 'withheld', 'waiting', 'unreadable'] as const) total[name] += report[name];
    }
    return total;
  };
  return dryRun ? engine.database.rehearse(work) : work(engine.database);
};

type Scope = QuarantineFilter & {
  readonly site: string;
  readonly source: string;
  readonly siteId: number;
  readonly systemId: number;
};

const replayScope = (
  engine: Engine,
  transactor: Transactor,
  scope: Scope,
  signal: AbortSignal,
): Promise<ReplayReport> =>
  transactor.session(async (lock) => {
    const { site, source } = scope;
    if (!(await tryLockSource(lock, site, source))) throw new TeachingError('import.busy', { site, source });
    try {
      const run = await beginReplay(engine, transactor, scope);
      const key = engine.app.get<Uint8Array>(INSTALLATION_KEY, { strict: false });
      const hash = engine.app.get<RowHasher>(ROW_HASHER, { strict: false });
      const contexts = new RunContexts(engine.get(SourceCatalogue), key, engine.get(Vault), 'today');
      const replay = new QuarantineReplay(transactor, contexts, hash);
      const report = await replay.replay(scope, run, signal);
      await followPersons(transactor, replay, scope, run, report, signal);
      await transactor.transaction(async (client) => {
        await finishRun(client, run.id, { status: 'done', failure: null, sheet: report });
        await engine.get(AuditTrail).record(client, [replayEntry(run, report)]);
      });
      return report;
    } finally {
      await unlockSource(lock, site, source).catch(() => undefined);
    }
  });

/**
 * What waited for persons who have landed just now lands with them, whichever entries were asked for. Of those that were
 * asked for, the first pass said that they wait.
 */
const followPersons = async (
  transactor: Transactor,
  replay: QuarantineReplay,
  scope: Scope,
  run: Run,
  report: ReplayReport,
  signal: AbortSignal,
): Promise<void> => {
  const { site, source, siteId, systemId } = scope;
  const ids = await transactor.session((client) => findArrived(client, siteId, systemId));
  if (ids.length === 0) return;
  const asked = await replay.replay({ ...scope, ids: scope.ids?.filter((id) => ids.includes(id)) ?? ids }, run, signal);
  report.waiting -= asked.landed + asked.withheld;
  const others = await replay.replay({ site, source, ids }, run, signal);
  report.landed += asked.landed + others.landed;
  report.withheld += asked.withheld + others.withheld;
};

/** A replay stands on the last import's night and mode; it marks nothing absent. */
const beginReplay = (engine: Engine, transactor: Transactor, { site, source, siteId, systemId }: Scope): Promise<Run> =>
  transactor.transaction(async (client) => {
    const latest = await findLatestRun(client, siteId, systemId);
    if (latest === null) throw new TeachingError('run.unknown', { run: '-' });
    if (latest.status === 'running') throw new TeachingError('import.busy', { site, source });
    const { profile, fingerprint, policyVersion } = engine.get(SourceCatalogue).source(source, site);
    const id = await insertRun(client, {
      kind: 'replay',
      siteId,
      systemId,
      night: latest.night,
      mode: 'delta',
      profileVersion: profile.version,
      profileFingerprint: fingerprint,
      policyVersion,
    });
    const run = await findRun(client, id);
    if (run === null) throw new Error('the run vanished');
    return run;
  });
