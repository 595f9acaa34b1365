import { TeachingError } from '#libs/domain';
import { type Comparer, compileComparer, compileScorer, type Scorer } from '#libs/linkage';
import { type Client, FeatureShelf, findLargeBlocks, findLinkRun, type LinkRun, type LinkStage } from '#libs/store';
import { modelOfRun } from '#libs/services';
import type { LinkRulebook, LinkRules } from '#libs/services';
import { ShelfKeeper } from './shelf-keeper.js';

/** What the jobs of a stage of a run need, found once and used for all of them. */
export interface LinkContext {
  readonly run: LinkRun;
  readonly rules: LinkRules;
  readonly compare: Comparer;
  readonly score: Scorer;
  /** Codes of the blocks that are too large to be compared; known when pairs are scored. */
  readonly large: ReadonlySet<number>;
}

/** Stages that a worker keeps ready: one run at a time is the rule. */
const KEPT = 4;

/** Finds what link jobs need and keeps it while they last. */
export class LinkContexts {
  private readonly kept = new Map<string, Promise<LinkContext>>();
  private readonly shelves = new ShelfKeeper();

  constructor(private readonly rulebook: LinkRulebook) {}

  /**
   * The model of a run may still change between its stages, and so may the large blocks.
   * @throws TeachingError `link.rules-changed` when this process has read other rules than the run was planned with
   */
  async of(client: Client, runId: number, stage: LinkStage): Promise<LinkContext> {
    const name = `${String(runId)}/${stage}`;
    const known = this.kept.get(name);
    if (known !== undefined) return known;
    const found = this.find(client, runId, stage);
    // What could not be found now (the database was away) may be found by the next job.
    found.catch(() => this.kept.delete(name));
    this.kept.set(name, found);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return found;
  }

  /** What all persons are compared by, for the scoring of a run of all persons. */
  shelf(client: Client, runId: number): Promise<FeatureShelf> {
    return this.shelves.of(runId, () => FeatureShelf.load(client));
  }

  private async find(client: Client, runId: number, stage: LinkStage): Promise<LinkContext> {
    const run = await findLinkRun(client, runId);
    if (run === null) throw new Error(`link run ${runId} is not in the store`);
    const { rules } = this.rulebook;
    // Persons prepared or scored by other rules than their neighbours would make links that nobody could explain.
    if (run.fingerprint !== rules.fingerprint) throw new TeachingError('link.rules-changed', {});
    const { model } = await modelOfRun(client, rules, run.modelVersion);
    const large = stage === 'score' ? await findLargeBlocks(client) : [];
    return {
      run,
      rules,
      compare: compileComparer(rules.plan),
      score: compileScorer(rules.plan, model),
      large: new Set(large.map(({ code }) => code)),
    };
  }
}
