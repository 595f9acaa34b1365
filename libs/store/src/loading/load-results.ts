import { type Entity, HISTORY_KINDS, type RecordReason } from '#libs/domain';
import type { MinimisedResult } from '#libs/minimiser';
import type { ClientBase } from 'pg';
import { KEEP_MEMBERS, REMOVE_MEMBERS, SET_MEMBERS } from '../sql/case-members.sql.js';
import { findDiffering } from '../sql/find-differing.sql.js';
import { FIND_PERSONS } from '../sql/find-persons.sql.js';
import { supersedeHistory } from '../sql/supersede-history.sql.js';
import { createStage, keepBefore, updateRows } from '../sql/update-rows.sql.js';
import { ERASE_WITHHELD, RELEASE_WITHHELD, WITHHOLD_PERSONS } from '../sql/withhold-persons.sql.js';
import { arrayText } from './array-text.js';
import { copyRows } from './copy-rows.js';
import { CopyText } from './copy-text.js';
import { type EntityRows, HISTORY_RELATIONS, historyColumns, type Landing } from './entity-rows.js';
import { type Fate, type Quarantined, ResultBatch, type Withheld } from './result-batch.js';
import type { RowHasher } from './row-hasher.js';
import { emptyCounts, type TableCounts } from './table-counts.js';

export type { Quarantined } from './result-batch.js';

/** What a chunk belongs to. */
export interface LoadTarget extends Landing {
  /** Nothing of this site and system was there before: no row needs comparing. */
  readonly firstLoad: boolean;
  /** Table that collects the ids that a full export still holds; null where absence is not asked for. */
  readonly seenRelation: string | null;
}

export type PersonState = 'present' | 'withheld' | 'unknown';

/** What the results of a batch became; what waits, by place in the batch and in that order. */
export interface Landed {
  readonly fates: readonly Fate[];
  readonly quarantined: ReadonlyMap<number, Quarantined>;
}

/** Persons before cases: one who no longer refuses digital filing has the case, whose address was cleared, written anew. */
const ORDER: readonly Entity[] = ['person', 'case', 'professionalAct', 'aid'];
const WITH_PERSON = ['professionalAct', 'aid'] as const;

/**
 * Lands what a chunk's records became: new rows by COPY straight into the store, changed rows by a stage, unchanged rows not
 * at all. Runs inside the caller's transaction, which also holds the chunk's fencing token. Takes a chunk in as many batches
 * as the caller likes, persons before what hangs on them.
 */
export class ResultLoader {
  private readonly counted = new Map<string, TableCounts>();
  private readonly batch: ResultBatch;

  constructor(
    private readonly client: ClientBase,
    private readonly target: LoadTarget,
    hash: RowHasher,
  ) {
    this.batch = new ResultBatch(target, hash);
  }

  /** How the records of each table ended so far. */
  get counts(): ReadonlyMap<string, TableCounts> {
    return this.counted;
  }

  /** Results that were added and have not landed yet. */
  get waiting(): number {
    return this.batch.fates.length;
  }

  add(result: MinimisedResult): void {
    this.countsOf(result.table).read += 1;
    this.batch.add(result);
  }

  /**
   * Lands what was added. What must wait is for the caller to note (`insertQuarantine`).
   * @returns what each result became: acts and aids may share the fate of their person
   */
  async land(): Promise<Landed> {
    const { batch } = this;
    const kept = this.settleFates(await this.personStates());
    await this.withhold(batch.withheld);
    for (const entity of ORDER) {
      const rows = kept.get(entity) ?? [...batch.rows[entity].facts.keys()];
      if (rows.length > 0) await this.landRows(batch.rows[entity], rows);
    }
    for (const result of batch.quarantined.values()) this.countQuarantined(result);
    if (this.target.seenRelation !== null) {
      await copyRows(this.client, this.target.seenRelation, ['table_id', 'id'], batch.seen.take('all'));
    }
    const quarantined = new Map([...batch.quarantined].sort(([one], [other]) => one - other));
    const landed = { fates: [...batch.fates], quarantined };
    batch.clear();
    return landed;
  }

  private countsOf(table: string): TableCounts {
    let counts = this.counted.get(table);
    if (counts === undefined) this.counted.set(table, (counts = emptyCounts()));
    return counts;
  }

  private countQuarantined({ table, issues }: Quarantined): void {
    const counts = this.countsOf(table);
    const reason: RecordReason = issues[0]?.code ?? 'value.invalid';
    counts.quarantined += 1;
    counts.reasons[reason] = (counts.reasons[reason] ?? 0) + 1;
  }

  /** What is known of every person that the batch's acts and aids hang on: from the batch itself, else from the store. */
  private async personStates(): Promise<Map<string, PersonState>> {
    const states = this.batch.ownPersons();
    const ids = [...this.batch.askedPersons()].filter((id) => !states.has(id));
    if (ids.length === 0) return states;
    const { rows } = await this.client.query<{ n: number; withheld: boolean }>(FIND_PERSONS, [arrayText(ids)]);
    for (const id of ids) states.set(id, 'unknown');
    for (const { n, withheld } of rows) states.set(ids[n - 1] ?? '', withheld ? 'withheld' : 'present');
    return states;
  }

  /**
   * Acts and aids share the fate of their person (sources/README.md, rule 6): withheld with it; waiting for it while it is in
   * quarantine or has not arrived, whatever else may be wrong with them.
   * @returns the rows that land, of the entities of which some do not
   */
  private settleFates(persons: ReadonlyMap<string, PersonState>): Map<Entity, number[]> {
    const { batch } = this;
    for (const [place, result] of [...batch.quarantined]) {
      const state = stateOf(result.personId, persons);
      if (state === 'withheld') this.withholdRecord(place, result.table);
      if (state === 'unknown') batch.quarantined.set(place, waiting(result));
    }
    const kept = new Map<Entity, number[]>();
    for (const entity of WITH_PERSON) {
      const rows = batch.rows[entity];
      const landing: number[] = [];
      for (const [row, { place, table, id, personId }] of rows.facts.entries()) {
        const state = stateOf(personId, persons);
        if (state === 'present') landing.push(row);
        else if (state === 'withheld') this.withholdRecord(place, table);
        else {
          batch.fates[place] = 'quarantined';
          batch.quarantined.set(
            place,
            waiting({ fate: 'quarantined', table, entity, issues: [], id, personId, ...rows.place(row) }),
          );
        }
      }
      kept.set(entity, landing);
    }
    return kept;
  }

  private withholdRecord(place: number, table: string): void {
    this.batch.fates[place] = 'withheld';
    this.batch.quarantined.delete(place);
    this.countsOf(table).withheld += 1;
  }

  private async withhold(results: readonly Withheld[]): Promise<void> {
    for (const { table } of results) this.countsOf(table).withheld += 1;
    for (const table of new Set(results.map((result) => result.table))) {
      const persons = results.filter(
        (result) => result.table === table && result.entity === 'person' && result.id !== null,
      );
      if (persons.length === 0) continue;
      const { siteId, tableIds, runId } = this.target;
      const ids = persons.map((result) => result.id);
      const cases = persons.map((result) => result.caseId);
      const reason = persons[0]?.reason;
      await this.client.query(WITHHOLD_PERSONS, [ids, cases, siteId, tableIds.get(table), reason, runId]);
      if (!this.target.firstLoad) for (const statement of ERASE_WITHHELD) await this.client.query(statement, [ids]);
    }
  }

  private async landRows(rows: EntityRows, landing: readonly number[]): Promise<void> {
    const { created, changed } = await this.compare(rows, landing);
    this.count(rows, landing, 'unchanged', 1);
    this.count(rows, created, 'created', 1);
    this.count(rows, changed, 'updated', 1);
    for (const moved of [created, changed]) this.count(rows, moved, 'unchanged', -1);
    const { relation, columns, entity } = rows.table;
    await copyRows(this.client, relation, columns, rows.text(created));
    if (changed.length > 0) await this.replace(rows, changed);
    if (entity === 'person') await this.placeMembers(rows, created, changed);
    if (entity === 'aid') await this.writeHistory(rows, created, changed);
  }

  private count(
    rows: EntityRows,
    some: readonly number[],
    fate: 'created' | 'updated' | 'unchanged',
    by: 1 | -1,
  ): void {
    for (const row of some) {
      const facts = rows.facts[row];
      if (facts !== undefined) this.countsOf(facts.table)[fate] += by;
    }
  }

  /** Splits rows into new and changed ones; the rest is in the store as it is. */
  private async compare(
    { table, facts }: EntityRows,
    landing: readonly number[],
  ): Promise<{ created: readonly number[]; changed: readonly number[] }> {
    if (this.target.firstLoad) return { created: landing, changed: [] };
    const ids = arrayText(landing.map((row) => facts[row]?.id ?? ''));
    const hashes = arrayText(landing.map((row) => facts[row]?.hash ?? ''));
    const statement = findDiffering(table.relation);
    const { rows } = await this.client.query<{ n: number; created: boolean }>(statement, [ids, hashes]);
    const places = (wanted: boolean): number[] =>
      rows.flatMap(({ n, created }) => (created === wanted ? [landing[n - 1] ?? 0] : [])).sort((a, b) => a - b);
    return { created: places(true), changed: places(false) };
  }

  private async replace(rows: EntityRows, changed: readonly number[]): Promise<void> {
    const { table } = rows;
    await this.client.query(createStage(table));
    await copyRows(this.client, `pg_temp.stage_${table.name}`, table.columns, rows.text(changed));
    await this.client.query(keepBefore(table), [this.target.runId]);
    await this.client.query(updateRows(table));
    await this.client.query(`DELETE FROM pg_temp.stage_${table.name}`);
  }

  private async placeMembers(
    { facts }: EntityRows,
    created: readonly number[],
    changed: readonly number[],
  ): Promise<void> {
    const text = new CopyText();
    for (const row of created) {
      const person = facts[row];
      if (person === undefined || person.caseId === null) continue;
      text.ascii(person.id);
      text.tab();
      text.ascii(person.caseId);
      text.endLine();
    }
    await copyRows(this.client, 'passerelle.case_member', ['person_id', 'case_id'], text.take('all'));
    if (changed.length > 0) {
      const persons = changed.map((row) => facts[row]?.id);
      const cases = changed.map((row) => facts[row]?.caseId ?? null);
      await this.client.query(KEEP_MEMBERS, [persons, cases, this.target.runId]);
      await this.client.query(REMOVE_MEMBERS, [persons, cases]);
      await this.client.query(SET_MEMBERS, [persons, cases]);
    }
    if (this.target.firstLoad || created.length === 0) return;
    await this.client.query(RELEASE_WITHHELD, [created.map((row) => facts[row]?.id), this.target.runId]);
  }

  private async writeHistory(rows: EntityRows, created: readonly number[], changed: readonly number[]): Promise<void> {
    const { runId } = this.target;
    const ids = changed.map((row) => rows.facts[row]?.id);
    const written = [...created, ...changed].sort((a, b) => a - b);
    for (const kind of HISTORY_KINDS) {
      const relation = HISTORY_RELATIONS[kind];
      if (ids.length > 0) await this.client.query(supersedeHistory(relation), [ids, runId]);
      await copyRows(this.client, relation, historyColumns(kind), rows.historyText(kind, written));
    }
  }
}

/** `present` for what hangs on nobody, too. */
const stateOf = (personId: string | null, persons: ReadonlyMap<string, PersonState>): PersonState =>
  personId === null ? 'present' : (persons.get(personId) ?? 'unknown');

const waiting = (result: Quarantined): Quarantined => {
  const { personField, issues } = result;
  const issue = { code: 'reference.unknown' as const, ...(personField === null ? {} : { field: personField }) };
  return { ...result, issues: [issue, ...issues] };
};
