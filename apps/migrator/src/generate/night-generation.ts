import type { Plan } from './plan.js';
import { SiteExports } from './site-exports.js';
import { SiteGeneration } from './site-generation.js';
import type { GeneratedHousehold } from './site-generation.js';
import type { GenerateProgress, NightTotals } from './summary.js';
import type { FileTruth } from './table-truth.js';
import type { TruthFile } from './truth-file.js';

/** Households between two calls of whoever watches, and between two looks at the signal. */
const PROGRESS_EVERY = 500;

interface Site {
  readonly name: string;
  readonly generation: SiteGeneration;
  readonly exports: SiteExports;
}

/** Writes all sites of one night, household by household, and tells the truth about each. */
export class NightGeneration {
  private readonly files: FileTruth[] = [];
  private readonly sites: readonly Site[];
  private seen = 0;
  private readonly totals = { households: 0, persons: 0, records: 0, bytes: 0, canaries: 0 };

  constructor(
    private readonly plan: Plan,
    private readonly onProgress: ((progress: GenerateProgress) => void) | undefined,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.sites = plan.sites.map((name, index) => {
      const generation = new SiteGeneration(plan, name, index);
      return { name, generation, exports: new SiteExports(name, plan, generation.shape) };
    });
  }

  /** Makes the folders of all sites, so that one that cannot be used is known before anything is written. */
  async prepare(): Promise<void> {
    for (const { exports } of this.sites) await exports.prepare();
  }

  async run(truth: TruthFile): Promise<NightTotals> {
    for (const site of this.sites) {
      try {
        await site.exports.open();
        await this.fill(site, truth);
      } catch (error) {
        await site.exports.discard();
        throw error;
      }
    }
    this.report();
    return { ...this.totals, files: this.files };
  }

  private async fill({ name, generation, exports }: Site, truth: TruthFile): Promise<void> {
    for (const made of generation.households()) {
      exports.add(made.rows, made.phase);
      if (made.phase !== 'removed') this.tell(truth, name, made);
      await exports.flushFull();
      await truth.flushFull();
      this.seen += 1;
      if (this.seen % PROGRESS_EVERY === 0) this.report();
    }
    const { files, bytes, tokens } = await exports.finish();
    this.files.push(...files);
    this.totals.bytes += bytes;
    this.totals.canaries += tokens;
  }

  private report(): void {
    this.signal?.throwIfAborted();
    const { households, added } = this.plan;
    this.onProgress?.({ households: this.seen, of: households + added, records: this.totals.records });
  }

  /** The truth about one household: what must land, and who is who. */
  private tell(truth: TruthFile, site: string, { household, rows, namesake }: GeneratedHousehold): void {
    const { totals } = this;
    totals.households += 1;
    totals.persons += household.persons.length;
    totals.records += rows.fates.length;
    for (const link of rows.links) truth.link(site, link);
    const linked = new Set(rows.links.map((link) => link.person));
    for (const person of household.persons.filter(({ id }) => linked.has(id))) {
      truth.person(person);
      if (person.kind === 'namesake' && namesake !== null) truth.kind(namesake, 'namesake');
      if (person.kind !== null) truth.kind(person.id, person.kind);
    }
    for (const act of rows.acts) truth.act(act);
    for (const { requestedCents, grantedCents } of rows.aids) truth.aid(requestedCents, grantedCents);
  }
}
