import type { Entity, RecordReason } from '#libs/domain';
import type { MinimisedResult } from '#libs/minimiser';
import type { ClientBase } from 'pg';
import type { ReturnRule } from '../retention/contact-days.js';
import { liftReturned } from '../retention/returns.repository.js';
import { shareRights } from '../rights/rights-lock.js';
import { FIND_PERSONS } from '../sql/find-persons.sql.js';
import { MOVE_EXPIRED } from '../sql/retention-returns.sql.js';
import { ERASE_WITHHELD, FIND_BARRED, NOTE_HOUSEHOLDS, WITHHOLD_PERSONS } from '../sql/withhold-persons.sql.js';
import { uuidArray } from './binary-arrays.js';
import { copyRows } from './copy-rows.js';
import type { Landing } from './row-writer.js';
import { type Fate, type Quarantined, ResultBatch, SEEN_COLUMNS, type Withheld } from './result-batch.js';
import type { RowHasher } from './row-hasher.js';
import { RowLander } from './row-lander.js';
import { type PersonState, settleFates } from './settle-fates.js';
import { SeparationGate } from '../separation/separation-gate.js';
import type { Vault } from '../separation/vault.js';
import { type TableCounts, TableTallies } from './table-counts.js';

export type { Quarantined } from './result-batch.js';

/** What a chunk belongs to. */
export interface LoadTarget extends Landing {
  /** Nothing of this site and system was there before: no row needs comparing. */
  readonly firstLoad: boolean;
  /** Table that collects the ids that a full export still holds; null where absence is not asked for. */
  readonly seenRelation: string | null;
  /** What brings persons back whose file had expired; null where nobody of the site could come back. */
  readonly returns: ReturnRule | null;
}

/** What the results of a batch became; what waits, by place in the batch and in that order. */
export interface Landed {
  readonly fates: readonly Fate[];
  readonly quarantined: ReadonlyMap<number, Quarantined>;
}

/** Persons before cases: one who no longer refuses digital filing has the case, whose address was cleared, written anew. */
const ORDER: readonly Entity[] = ['person', 'case', 'professionalAct', 'aid'];

/**
 * Lands what a chunk's records became: new rows by COPY straight into the store, changed rows by a stage, unchanged rows not
 * at all. Runs inside the caller's transaction, which also holds the chunk's fencing token. Takes a chunk in as many batches
 * as the caller likes, persons before what hangs on them.
 */
export class ResultLoader {
  private readonly tallies = new TableTallies();
  private readonly lander: RowLander;
  private readonly batch: ResultBatch;

  private constructor(
    private readonly client: ClientBase,
    private readonly target: LoadTarget,
    hash: RowHasher,
    private readonly gate: SeparationGate | null,
  ) {
    this.batch = new ResultBatch(target, hash, gate);
    this.lander = new RowLander(client, target, this.tallies);
  }

  /** @throws TeachingError `protection-key.*` where somebody is separated and the key of their places is not here */
  static async open(client: ClientBase, target: LoadTarget, hash: RowHasher, vault: Vault): Promise<ResultLoader> {
    return new ResultLoader(client, target, hash, await SeparationGate.open(client, vault));
  }

  /** How the records of each table ended so far. */
  get counts(): ReadonlyMap<string, TableCounts> {
    return this.tallies.byTable;
  }

  /** Results that were added and have not landed yet. */
  get waiting(): number {
    return this.batch.fates.length;
  }

  add(result: MinimisedResult): void {
    this.tallies.of(result.table).read += 1;
    this.batch.add(result);
  }

  /**
   * Lands what was added. What must wait is for the caller to note (`insertQuarantine`).
   * @returns what each result became: acts and aids may share the fate of their person
   */
  async land(): Promise<Landed> {
    const { batch } = this;
    await shareRights(this.client);
    const { returns, runId } = this.target;
    if (returns !== null) await liftReturned(this.client, batch.newestDays, runId, returns.household);
    const barred = await this.findBarred();
    const persons = await this.personStates(barred);
    const kept = settleFates(batch, persons, barred, (table) => (this.tallies.of(table).withheld += 1));
    await this.withhold(batch.withheld);
    for (const entity of ORDER) {
      const rows = kept.get(entity) ?? [...batch.rows[entity].facts.keys()];
      if (rows.length > 0) await this.lander.land(batch.rows[entity], rows);
    }
    await this.gate?.settle(this.client);
    for (const result of batch.quarantined.values()) this.countQuarantined(result);
    if (this.target.seenRelation !== null) {
      await copyRows(this.client, this.target.seenRelation, SEEN_COLUMNS, batch.seen.take('all'));
    }
    const quarantined = new Map([...batch.quarantined].sort(([one], [other]) => one - other));
    const landed = { fates: [...batch.fates], quarantined };
    batch.clear();
    return landed;
  }

  /** Hands memory back; nothing may be added any more. */
  release(): void {
    this.batch.release();
  }

  private countQuarantined({ table, issues }: Quarantined): void {
    const counts = this.tallies.of(table);
    const reason: RecordReason = issues[0]?.code ?? 'value.invalid';
    counts.quarantined += 1;
    counts.reasons[reason] = (counts.reasons[reason] ?? 0) + 1;
  }

  /** Persons of the batch whom no export may bring back, also in a first load: somebody may refuse before it. */
  private async findBarred(): Promise<ReadonlySet<string>> {
    const { facts } = this.batch.rows.person;
    const waiting = [...this.batch.quarantined.values()].filter(({ entity }) => entity === 'person');
    const ids = [...facts, ...waiting].flatMap(({ id }) => (id === null ? [] : [id]));
    if (ids.length === 0) return new Set();
    const { rows } = await this.client.query<{ n: number }>(FIND_BARRED, [uuidArray(ids)]);
    const barred = new Set(rows.map(({ n }) => ids[n - 1] ?? ''));
    const kept = facts.filter(({ id }) => barred.has(id));
    if (kept.length > 0) {
      const homes = [kept.map(({ id }) => id), kept.map(({ caseId }) => caseId)];
      await this.client.query(NOTE_HOUSEHOLDS, homes);
      if (this.target.returns !== null) await this.client.query(MOVE_EXPIRED, homes);
    }
    return barred;
  }

  /** What is known of every person that the batch's acts and aids hang on: from the batch itself, else from the store. */
  private async personStates(barred: ReadonlySet<string>): Promise<Map<string, PersonState>> {
    const states = this.batch.ownPersons();
    for (const id of barred) states.set(id, 'withheld');
    const ids = [...this.batch.askedPersons()].filter((id) => !states.has(id));
    if (ids.length === 0) return states;
    const { rows } = await this.client.query<{ n: number; withheld: boolean }>(FIND_PERSONS, [
      uuidArray(ids),
      this.target.runId,
    ]);
    for (const id of ids) states.set(id, 'unknown');
    for (const { n, withheld } of rows) states.set(ids[n - 1] ?? '', withheld ? 'withheld' : 'present');
    return states;
  }

  private async withhold(results: readonly Withheld[]): Promise<void> {
    for (const { table } of results) this.tallies.of(table).withheld += 1;
    for (const table of new Set(results.map((result) => result.table))) {
      const persons = results.filter(
        (result) => result.table === table && result.entity === 'person' && result.id !== null,
      );
      if (persons.length === 0) continue;
      const { siteId, tableIds, runId } = this.target;
      const ids = persons.map((result) => result.id);
      const cases = persons.map(({ id, caseId }) => (this.gate === null ? caseId : this.gate.caseOf(id ?? '', caseId)));
      const reason = persons[0]?.reason;
      await this.client.query(WITHHOLD_PERSONS, [ids, cases, siteId, tableIds.get(table), reason, runId]);
      if (!this.target.firstLoad) for (const statement of ERASE_WITHHELD) await this.client.query(statement, [ids]);
    }
  }
}
