import type { Entity, HistoryKind, RecordReason } from '#libs/domain';
import { HISTORY_KINDS } from '#libs/domain';
import type { MinimisedResult } from '#libs/minimiser';
import type { ClientBase } from 'pg';
import { KEEP_MEMBERS, REMOVE_MEMBERS, SET_MEMBERS } from '../sql/case-members.sql.js';
import { findExisting } from '../sql/find-existing.sql.js';
import { FIND_PERSONS } from '../sql/find-persons.sql.js';
import { supersedeHistory } from '../sql/supersede-history.sql.js';
import { createStage, keepBefore, updateRows } from '../sql/update-rows.sql.js';
import { ERASE_WITHHELD, RELEASE_WITHHELD, WITHHOLD_PERSONS } from '../sql/withhold-persons.sql.js';
import { copyRows } from './copy-rows.js';
import { ENTITY_TABLES, type EntityTable } from './entity-table.js';
import {
  type HashedRow,
  HISTORY_RELATIONS,
  historyColumns,
  historyLines,
  type Landing,
  type RowHasher,
  rowLine,
} from './row-lines.js';
import { emptyCounts, type TableCounts } from './table-counts.js';

/** What a chunk belongs to. */
export interface LoadTarget {
  readonly runId: number;
  readonly fileId: number;
  readonly siteId: number;
  readonly tableIds: ReadonlyMap<string, number>;
  /** Nothing of this site and system was there before: no row needs comparing. */
  readonly firstLoad: boolean;
  /** Table that collects the ids that a full export still holds; null where absence is not asked for. */
  readonly seenRelation: string | null;
}

type Row = Extract<MinimisedResult, { fate: 'row' }>;
type Withheld = Extract<MinimisedResult, { fate: 'withheld' }>;
export type Quarantined = Extract<MinimisedResult, { fate: 'quarantined' }>;
type PersonState = 'present' | 'withheld' | 'unknown';

/** Persons before cases: one who no longer refuses digital filing has the case, whose address was cleared, written anew. */
const ORDER: readonly Entity[] = ['person', 'case', 'professionalAct', 'aid'];
const dependsOnPerson = (entity: Entity): boolean => ENTITY_TABLES[entity].hasPerson;

/**
 * Lands what a chunk's records became: new rows by COPY straight into the store, changed rows by a stage, unchanged rows not
 * at all. Runs inside the caller's transaction, which also holds the chunk's fencing token. Takes a chunk in as many parts as
 * the caller likes, persons before what hangs on them.
 */
export class ResultLoader {
  private readonly counted = new Map<string, TableCounts>();

  constructor(
    private readonly client: ClientBase,
    private readonly target: LoadTarget,
    private readonly hash: RowHasher,
  ) {}

  /** How the records of each table ended so far. */
  get counts(): ReadonlyMap<string, TableCounts> {
    return this.counted;
  }

  /**
   * @returns what each given result became, by position: acts and aids may share the fate of their person. What must wait is
   * for the caller to note (`insertQuarantine`).
   */
  async load(results: readonly MinimisedResult[]): Promise<MinimisedResult[]> {
    for (const result of results) this.countsOf(result.table).read += 1;
    const persons = await this.personStates(results);
    const outcomes = results.map((result) => settleFate(result, persons));
    await this.withhold(outcomes.filter((outcome) => outcome.fate === 'withheld'));
    for (const entity of ORDER) {
      const rows = outcomes.filter(
        (outcome): outcome is Row => outcome.fate === 'row' && outcome.row.entity === entity,
      );
      if (rows.length > 0) await this.land(ENTITY_TABLES[entity], rows);
    }
    for (const outcome of outcomes) if (outcome.fate === 'quarantined') this.countQuarantined(outcome);
    await this.markSeen(results);
    return outcomes;
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

  /** What is known of every person that the chunk's acts and aids hang on: from the chunk itself, else from the store. */
  private async personStates(results: readonly MinimisedResult[]): Promise<Map<string, PersonState>> {
    const states = new Map<string, PersonState>();
    const asked = new Set<string>();
    for (const result of results) {
      const entity = result.fate === 'row' ? result.row.entity : result.entity;
      if (entity === 'person') {
        if (result.fate === 'row') states.set(result.row.id, 'present');
        else if (result.fate === 'withheld' && result.id !== null) states.set(result.id, 'withheld');
      } else if (dependsOnPerson(entity) && result.fate !== 'withheld') {
        const id = result.fate === 'row' ? result.row.personId : result.personId;
        if (id !== null) asked.add(id);
      }
    }
    const ids = [...asked].filter((id) => !states.has(id));
    if (ids.length === 0) return states;
    const { rows } = await this.client.query<{ n: number; withheld: boolean }>(FIND_PERSONS, [ids]);
    for (const id of ids) states.set(id, 'unknown');
    for (const { n, withheld } of rows) states.set(ids[n - 1] ?? '', withheld ? 'withheld' : 'present');
    return states;
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

  private async land(table: EntityTable, rows: readonly Row[]): Promise<void> {
    const hashed = rows.map(({ table: name, row }) => this.hash(name, row));
    const { created, changed } = await this.compare(table, hashed);
    for (const row of hashed) this.countsOf(row.table).unchanged += 1;
    for (const row of created) this.move(row.table, 'created');
    for (const row of changed) this.move(row.table, 'updated');
    await copyRows(this.client, table.relation, table.columns, this.linesOf(created));
    if (changed.length > 0) await this.replace(table, changed);
    if (table.entity === 'person') await this.placeMembers(created, changed);
    if (table.entity === 'aid') await this.writeHistory(created, changed);
  }

  private linesOf(rows: readonly HashedRow[]): string[] {
    const landings = new Map<string, Landing>();
    return rows.map((row) => {
      let landing = landings.get(row.table);
      if (landing === undefined) landings.set(row.table, (landing = this.landingOf(row.table)));
      return rowLine(row, landing);
    });
  }

  private landingOf(table: string): Landing {
    const { runId, fileId, siteId, tableIds } = this.target;
    const tableId = tableIds.get(table);
    if (tableId === undefined) throw new Error(`table ${table} is not registered`);
    return { runId, fileId, siteId, tableId };
  }

  private move(name: string, to: 'created' | 'updated'): void {
    const counts = this.countsOf(name);
    counts.unchanged -= 1;
    counts[to] += 1;
  }

  /** Splits rows into new and changed ones; the rest is in the store as it is. */
  private async compare(
    table: EntityTable,
    lines: readonly HashedRow[],
  ): Promise<{ created: readonly HashedRow[]; changed: readonly HashedRow[] }> {
    if (this.target.firstLoad) return { created: lines, changed: [] };
    const ids = lines.map(({ row }) => row.id);
    const { rows } = await this.client.query<{ n: number; hash: string; absent: boolean }>(
      findExisting(table.relation),
      [ids],
    );
    const known = new Map(rows.map((row) => [row.n - 1, row]));
    const created: HashedRow[] = [];
    const changed: HashedRow[] = [];
    for (const [n, line] of lines.entries()) {
      const stored = known.get(n);
      if (stored === undefined) created.push(line);
      else if (stored.hash !== line.hash || stored.absent) changed.push(line);
    }
    return { created, changed };
  }

  private async replace(table: EntityTable, rows: readonly HashedRow[]): Promise<void> {
    await this.client.query(createStage(table));
    await copyRows(this.client, `pg_temp.stage_${table.name}`, table.columns, this.linesOf(rows));
    await this.client.query(keepBefore(table), [this.target.runId]);
    await this.client.query(updateRows(table));
    await this.client.query(`DELETE FROM pg_temp.stage_${table.name}`);
  }

  private async placeMembers(created: readonly HashedRow[], changed: readonly HashedRow[]): Promise<void> {
    const members = created
      .filter(({ row }) => row.caseId !== null)
      .map(({ row }) => `${row.id}\t${row.caseId ?? ''}\n`);
    await copyRows(this.client, 'passerelle.case_member', ['person_id', 'case_id'], members);
    if (changed.length > 0) {
      const persons = changed.map(({ row }) => row.id);
      const cases = changed.map(({ row }) => row.caseId);
      await this.client.query(KEEP_MEMBERS, [persons, cases, this.target.runId]);
      await this.client.query(REMOVE_MEMBERS, [persons, cases]);
      await this.client.query(SET_MEMBERS, [persons, cases]);
    }
    if (this.target.firstLoad || created.length === 0) return;
    await this.client.query(RELEASE_WITHHELD, [created.map(({ row }) => row.id), this.target.runId]);
  }

  private async writeHistory(created: readonly HashedRow[], changed: readonly HashedRow[]): Promise<void> {
    const ids = changed.map(({ row }) => row.id);
    const write = async (kind: HistoryKind): Promise<void> => {
      const relation = HISTORY_RELATIONS[kind];
      if (ids.length > 0) await this.client.query(supersedeHistory(relation), [ids, this.target.runId]);
      await copyRows(
        this.client,
        relation,
        historyColumns(kind),
        historyLines(kind, [...created, ...changed], this.target.runId),
      );
    };
    for (const kind of HISTORY_KINDS) await write(kind);
  }

  /** Notes what the export still holds; a record in quarantine is not an absent one. */
  private async markSeen(results: readonly MinimisedResult[]): Promise<void> {
    if (this.target.seenRelation === null) return;
    const lines: string[] = [];
    for (const result of results) {
      const id = result.fate === 'row' ? result.row.id : result.id;
      if (id !== null) lines.push(`${this.target.tableIds.get(result.table) ?? ''}\t${id}\n`);
    }
    await copyRows(this.client, this.target.seenRelation, ['table_id', 'id'], lines);
  }
}

/**
 * Acts and aids share the fate of their person (sources/README.md, rule 6): withheld with it; waiting for it while it is in
 * quarantine or has not arrived, whatever else may be wrong with them.
 */
const settleFate = (result: MinimisedResult, persons: ReadonlyMap<string, PersonState>): MinimisedResult => {
  if (result.fate === 'withheld') return result;
  const { entity, personId, id } = result.fate === 'row' ? result.row : result;
  if (!dependsOnPerson(entity) || personId === null) return result;
  switch (persons.get(personId) ?? 'unknown') {
    case 'present':
      return result;
    case 'withheld':
      return { fate: 'withheld', table: result.table, entity, reason: 'refusal', id, caseId: null };
    case 'unknown':
      return waiting(result, personId);
  }
};

const waiting = (result: Row | Quarantined, personId: string | null): Quarantined => {
  const { personField } = result.fate === 'row' ? result.row : result;
  const issue = { code: 'reference.unknown' as const, ...(personField === null ? {} : { field: personField }) };
  if (result.fate === 'quarantined') return { ...result, issues: [issue, ...result.issues] };
  const { row, table } = result;
  const { entity, id, address, unit } = row;
  return { fate: 'quarantined', table, entity, issues: [issue], id, personId, personField, address, unit };
};
