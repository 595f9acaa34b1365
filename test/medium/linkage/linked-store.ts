import { join } from 'node:path';
import { decisionEntries } from '../../../apps/migrator/src/audit/decision-entries.js';
import { InlineLinkRunner } from '../../../apps/migrator/src/linkage/inline-link-runner.js';
import { LinkContexts } from '../../../apps/migrator/src/linkage/link-contexts.js';
import type { LinkReport } from '../../../apps/migrator/src/linkage/link-report.js';
import { UNWATCHED } from '../../../apps/migrator/src/linkage/link-request.js';
import { LinkRulebook, type LinkRules } from '#libs/services';
import { LinkService } from '../../../apps/migrator/src/linkage/link.service.js';
import { decisionMaker } from '../../../apps/migrator/src/linkage/review/decision-maker.js';
import { listOpenReviews } from '../../../apps/migrator/src/linkage/review/list-open-reviews.js';
import { revokeDecision, settleReview } from '../../../apps/migrator/src/linkage/review/settle-review.js';
import { settle, type Settlement } from '../../../apps/migrator/src/linkage/review/settle.js';
import { splitPerson } from '../../../apps/migrator/src/linkage/review/split-person.js';
import { AuditTrail, findMembers, type PersonMember, type Review, Vault } from '../../../libs/store/src/index.js';
import { commandLine } from '../../support/command-line.js';
import { Installation } from '../../support/import-harness.js';
import { generateNight, type Night, NEXT_NIGHT, NIGHT, SYSTEMS } from '../../support/night-exports.js';
import type { Ending } from '../../support/spawn-cli.js';

export const SITE = 'psa-07';
const CONFIG = join(import.meta.dirname, '../../../config');
const MAKER = decisionMaker('A. Reviewer', 'seen on the spot');

/** A store with one night of the three systems, linked, and the next night at hand. */
export class LinkedStore {
  private constructor(
    readonly installation: Installation,
    readonly rules: LinkRules,
    private readonly nights: readonly [Night, Night],
  ) {}

  static async open(households: number, seed: number): Promise<LinkedStore> {
    const installation = await Installation.open();
    const base = { households, seed, sites: [SITE] };
    const evolve = { since: NIGHT, changed: 0.2, removed: 0.05, added: 0.2 };
    const store = new LinkedStore(installation, new LinkRulebook(CONFIG).rules, [
      await generateNight({ ...base, out: join(installation.folder, '1') }),
      await generateNight({ ...base, out: join(installation.folder, '2'), night: NEXT_NIGHT, evolve }),
    ]);
    await store.import(0);
    await store.link();
    return store;
  }

  /** Imports a night of all systems. @returns the runs */
  async import(at: 0 | 1): Promise<readonly string[]> {
    const runs: string[] = [];
    for (const system of SYSTEMS) {
      const folder = this.nights[at].folder(SITE);
      const sheet = await this.installation.import(system, SITE, [folder], { night: at === 0 ? NIGHT : NEXT_NIGHT });
      runs.push(sheet.run);
    }
    return runs;
  }

  link(request: { readonly train?: boolean; readonly full?: boolean } = {}): Promise<LinkReport> {
    const { database } = this.installation.engine;
    const rulebook = new LinkRulebook(CONFIG);
    const runner = new InlineLinkRunner(database, new LinkContexts(rulebook), new AbortController().signal);
    const service = new LinkService(database, database, rulebook, runner, this.trail, this.vault);
    return service.link({ train: false, full: false, ...request }, UNWATCHED);
  }

  private get trail(): AuditTrail {
    return this.installation.engine.get(AuditTrail);
  }

  private get vault(): Vault {
    return this.installation.engine.get(Vault);
  }

  reviews(): Promise<readonly Review[]> {
    return listOpenReviews(this.installation.engine.database, new AbortController().signal);
  }

  decide(reviewId: string, verdict: 'same' | 'never', dryRun = false): Promise<Settlement> {
    const { database } = this.installation.engine;
    return settle(
      database,
      this.trail,
      this.vault,
      this.rules,
      dryRun,
      (client) => settleReview(client, reviewId, verdict, MAKER),
      (settlement) => decisionEntries(verdict === 'same' ? 'review.accept' : 'review.reject', settlement),
    );
  }

  split(named: string, from: readonly string[] = []): Promise<Settlement> {
    const { database } = this.installation.engine;
    return settle(
      database,
      this.trail,
      this.vault,
      this.rules,
      false,
      (client) => splitPerson(client, named, from, MAKER),
      (settlement) => decisionEntries('review.split', settlement),
    );
  }

  revoke(...reviewIds: readonly string[]): Promise<Settlement> {
    const { database } = this.installation.engine;
    return settle(
      database,
      this.trail,
      this.vault,
      this.rules,
      false,
      async (client) => {
        const pairs = [];
        for (const reviewId of reviewIds) pairs.push(await revokeDecision(client, reviewId, 'B. Reviewer'));
        return pairs;
      },
      (settlement) => decisionEntries('review.revoke', settlement),
    );
  }

  /** Source persons of the person that a source person is, as addresses; sorted. */
  async personOf(id: string): Promise<readonly string[]> {
    const members = await this.installation.engine.database.session((client) => findMembers(client, [id]));
    return members.map(addressOf).sort();
  }

  /** Persons of several source persons, as members. */
  async persons(least: number): Promise<readonly (readonly PersonMember[])[]> {
    const rows = await this.installation.rows<{ id: string }>(
      `SELECT person_id::text AS id FROM passerelle.person_cluster GROUP BY person_id HAVING count(*) >= $1 ORDER BY 1`,
      [least],
    );
    return Promise.all(
      rows.map(({ id }) => this.installation.engine.database.session((client) => findMembers(client, [id]))),
    );
  }

  /** Everything that linkage has decided, as text. */
  async linkage(): Promise<string> {
    const [edges, clusters] = await Promise.all(
      ['link_edge', 'person_cluster'].map((table) =>
        this.installation.rows<{ line: string }>(
          `SELECT stored::text AS line FROM passerelle.${table} AS stored ORDER BY 1`,
        ),
      ),
    );
    return [...(edges ?? []), ...(clusters ?? [])].map(({ line }) => line).join('\n');
  }

  /** Source persons, cases and members as they stand. */
  async sources(): Promise<object> {
    const digest = await this.installation.digest();
    return { person: digest['source_person'], case: digest['source_case'], member: digest['case_member'] };
  }

  /** A command line on this store. */
  async say(...words: readonly string[]): Promise<Ending> {
    Object.assign(process.env, this.installation.environment);
    return commandLine(words);
  }

  close(): Promise<void> {
    return this.installation.close();
  }
}

export const addressOf = ({ system, site, sourceId }: PersonMember): string => `${system}/${site}/${sourceId}`;
