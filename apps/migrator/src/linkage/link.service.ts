import { TeachingError } from '#libs/domain';
import {
  type AuditTrail,
  countLinks,
  countWaiting,
  findLargeBlocks,
  findLatestLinkRun,
  findLinkRun,
  type LinkRun,
  type LinkStage,
  mustLinkAll,
  type Transactor,
  tryLockLinkage,
  unlockLinkage,
  type Vault,
} from '#libs/store';
import { linkEntry } from '../audit/run-entries.js';
import { finishRun } from './finish-run.js';
import { type LinkJobRunner, sumCounts } from './link-job-runner.js';
import { keepModel, modelInUse, type NumberedModel } from '#libs/services';
import { largeBlocksByKey, type LinkReport, linkRunName } from './link-report.js';
import type { LinkObserver, LinkRequest } from './link-request.js';
import { abandonRun, beginRun, countStale, openPreparing, openScoring, takeUpRun, useModel } from './link-run.js';
import type { LinkRulebook, LinkRules } from '#libs/services';
import { StageClock } from './stage-clock.js';
import { trainModel } from './train-model.js';

/** The run to carry out, and the source persons to prepare where they were counted for it just now. */
interface SettledRun {
  readonly run: LinkRun;
  readonly stale: number | null;
}

/** Links source persons: prepare, compare, decide. One run at a time; whatever a crash interrupts is taken up again. */
export class LinkService {
  constructor(
    private readonly transactor: Transactor,
    /** The same, but it outlasts outages: what it is given may be done twice. */
    private readonly steady: Transactor,
    private readonly rulebook: LinkRulebook,
    private readonly runner: LinkJobRunner,
    private readonly trail: AuditTrail,
    private readonly vault: Vault,
    /** Source persons of a job, about. */
    private readonly jobPersons = 5_000,
  ) {}

  /** Whether a link run has ever ended well: from then on imports link what they touch. */
  async hasLinked(): Promise<boolean> {
    return (await this.steady.session(findLatestLinkRun)) !== null;
  }

  /**
   * @throws TeachingError `link.busy`, `link.job-failed`, ModelRefused; AbortError when stopped (the run stays resumable)
   */
  async link(request: LinkRequest, observer: LinkObserver): Promise<LinkReport> {
    const { rules } = this.rulebook;
    return this.alone(async () => {
      const clock = new StageClock();
      const settled = await this.settleRun(rules, request, observer);
      if (settled === null) return this.unchanged(rules, clock);
      try {
        return await this.carryOut(rules, settled, request, observer, clock);
      } catch (error) {
        if (error instanceof TeachingError) {
          await this.steady.transaction((client) => abandonRun(client, settled.run.id, error.code));
        }
        throw error;
      }
    });
  }

  /** One link run at a time; the lock goes with its connection, and with the process. */
  private async alone<T>(work: () => Promise<T>): Promise<T> {
    return this.transactor.session(async (client) => {
      if (!(await tryLockLinkage(client))) throw new TeachingError('link.busy', {});
      try {
        return await work();
      } finally {
        await this.runner.release();
        // A connection that broke has lost the lock already.
        await unlockLinkage(client).catch(() => undefined);
      }
    });
  }

  /** The run to carry out: an unfinished one, or a new one; null when nothing is new. */
  private async settleRun(rules: LinkRules, request: LinkRequest, observer: LinkObserver): Promise<SettledRun | null> {
    const inUse = await this.modelInUse(rules);
    const unfinished = await this.steady.transaction((client) => takeUpRun(client, rules, inUse, request));
    if (unfinished !== null) {
      observer.resuming(linkRunName(unfinished.id));
      return { run: unfinished, stale: null };
    }
    return this.steady.transaction(async (client) => {
      const stale = await countStale(client, rules);
      const waiting = await countWaiting(client);
      const wanted = request.train || request.full || stale + waiting.persons > 0;
      if (!wanted && !(await mustLinkAll(client, inUse.version, rules.fingerprint))) return null;
      return { run: await beginRun(client, rules, inUse, request, stale), stale };
    });
  }

  private modelInUse(rules: LinkRules): Promise<NumberedModel> {
    return this.steady.transaction((client) => modelInUse(client, rules, this.rulebook.configDir));
  }

  private async carryOut(
    rules: LinkRules,
    { run: { id }, stale }: SettledRun,
    request: LinkRequest,
    observer: LinkObserver,
    clock: StageClock,
  ): Promise<LinkReport> {
    await this.steady.transaction((client) => openPreparing(client, rules, id, stale, this.jobPersons));
    const persons = (await this.steady.session(countLinks)).sourcePersons;
    await this.runJobs(id, 'prepare', persons, observer);
    clock.end('prepare');
    if (request.train) {
      observer.stage('train', 0, persons);
      await this.train(rules, id);
      clock.end('train');
    }
    await this.steady.transaction((client) => openScoring(client, rules, id, this.jobPersons));
    clock.end('keys');
    await this.runJobs(id, 'score', persons, observer);
    clock.end('score');
    observer.stage('decide', 0, persons);
    return this.decide(rules, id, clock);
  }

  private async runJobs(id: number, stage: LinkStage, persons: number, observer: LinkObserver): Promise<void> {
    await this.runner.run(id, stage, ({ pending, done }) => {
      const all = pending + done;
      if (all > 0) observer.stage(stage, Math.round((persons * done) / all), persons);
    });
  }

  private async train(rules: LinkRules, id: number): Promise<void> {
    const model = await this.steady.session((client) => trainModel(client, rules));
    await this.steady.transaction(async (client) => useModel(client, id, await keepModel(client, rules, model)));
  }

  private async decide(rules: LinkRules, id: number, clock: StageClock): Promise<LinkReport> {
    const run = await this.steady.session((client) => findLinkRun(client, id));
    if (run === null) throw new Error('the link run vanished');
    const [{ prepared }, { pairs }] = [await this.counts(id, 'prepare'), await this.counts(id, 'score')];
    await finishRun(this.steady, rules, run, this.vault, async (client, { links, reviews }) => {
      clock.end('decide');
      const report: LinkReport = {
        run: linkRunName(id),
        status: 'done',
        scope: run.scope,
        modelVersion: run.modelVersion,
        prepared,
        pairs,
        decided: { links, reviews },
        ...(await countLinks(client)),
        largeBlocks: largeBlocksByKey(rules.plan, await findLargeBlocks(client)),
        stages: clock.stages,
        durationMs: clock.total(),
      };
      await this.trail.record(client, [linkEntry(report)]);
      return report;
    });
    const ended = await this.steady.session((client) => findLinkRun(client, id));
    if (ended?.status !== 'done' || ended.counts === null) throw new TeachingError('link.ended-elsewhere', {});
    return ended.counts as unknown as LinkReport;
  }

  private counts(id: number, stage: LinkStage): ReturnType<typeof sumCounts> {
    return sumCounts(this.steady, id, stage);
  }

  private async unchanged(rules: LinkRules, clock: StageClock): Promise<LinkReport> {
    return this.steady.session(async (client) => {
      const latest = await findLatestLinkRun(client);
      return {
        run: latest === null ? null : linkRunName(latest.id),
        status: 'unchanged',
        scope: 'touched',
        modelVersion: latest?.modelVersion ?? 0,
        prepared: 0,
        pairs: 0,
        decided: { links: 0, reviews: 0 },
        ...(await countLinks(client)),
        largeBlocks: largeBlocksByKey(rules.plan, await findLargeBlocks(client)),
        stages: {},
        durationMs: clock.total(),
      };
    });
  }
}
