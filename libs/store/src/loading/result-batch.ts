import { ENTITIES, type Entity, type StoreRow } from '#libs/domain';
import type { MinimisedResult } from '#libs/minimiser';
import { newestDay } from '../retention/contact-days.js';
import { CopyBytes } from './copy-bytes.js';
import { EntityRows } from './entity-rows.js';
import { ENTITY_TABLES } from './entity-table.js';
import type { LoadTarget } from './load-results.js';
import type { RowHasher } from './row-hasher.js';
import type { PersonState } from './settle-fates.js';
import type { SeparationGate } from '../separation/separation-gate.js';

export type Fate = MinimisedResult['fate'];
export type Withheld = Extract<MinimisedResult, { fate: 'withheld' }>;
export type Quarantined = Extract<MinimisedResult, { fate: 'quarantined' }>;

/** Columns of the table that collects what a full export still holds. */
export const SEEN_COLUMNS = ['table_id', 'id'] as const;

/** Results that land together: rows as bytes already, what is rare as it is. */
export class ResultBatch {
  /** What each result became, in the order in which they were added. */
  readonly fates: Fate[] = [];
  /** By place in the batch. */
  readonly quarantined = new Map<number, Quarantined>();
  readonly withheld: Withheld[] = [];
  readonly rows: Readonly<Record<Entity, EntityRows>>;
  /** Table and id of whatever has one: a record in quarantine is not an absent one. */
  readonly seen = new CopyBytes();
  /** Newest days of contact by keyed id of persons and cases, where somebody could come back by them. */
  readonly newestDays = new Map<string, string>();
  private readonly dayOf: ((row: StoreRow) => string | null) | null;

  constructor(
    private readonly target: LoadTarget,
    hash: RowHasher,
    gate: SeparationGate | null,
  ) {
    this.dayOf = target.returns === null ? null : newestDay(target.returns.dates);
    this.rows = Object.fromEntries(
      ENTITIES.map((entity) => [entity, new EntityRows(entity, target, hash, gate)]),
    ) as Record<Entity, EntityRows>;
  }

  add(result: MinimisedResult): void {
    const place = this.fates.push(result.fate) - 1;
    if (result.fate === 'row') {
      this.rows[result.row.entity].add(result.table, result.row, place);
      this.noteDay(result.row);
    } else if (result.fate === 'withheld') this.withheld.push(result);
    else this.quarantined.set(place, result);
    this.markSeen(result.table, result.fate === 'row' ? result.row.id : result.id);
  }

  clear(): void {
    this.fates.length = 0;
    this.quarantined.clear();
    this.withheld.length = 0;
    this.newestDays.clear();
    this.seen.clear();
    for (const entity of ENTITIES) this.rows[entity].clear();
  }

  release(): void {
    this.seen.release();
    for (const entity of ENTITIES) this.rows[entity].release();
  }

  /** What the batch itself says of persons. */
  ownPersons(): Map<string, PersonState> {
    const states = new Map<string, PersonState>();
    for (const { id } of this.rows.person.facts) states.set(id, 'present');
    for (const { entity, id } of this.withheld) if (entity === 'person' && id !== null) states.set(id, 'withheld');
    return states;
  }

  /** The persons that acts and aids hang on. */
  askedPersons(): Set<string> {
    const asked = new Set<string>();
    let last: string | null = null;
    for (const { facts } of [this.rows.professionalAct, this.rows.aid]) {
      for (const { personId } of facts) {
        // Consecutive acts often belong to one person.
        if (personId !== null && personId !== last) asked.add(personId);
        last = personId;
      }
    }
    for (const { entity, personId } of this.quarantined.values()) {
      if (ENTITY_TABLES[entity].hasPerson && personId !== null) asked.add(personId);
    }
    return asked;
  }

  private noteDay(row: StoreRow): void {
    const of = row.entity === 'case' ? row.id : row.personId;
    const day = this.dayOf === null || of === null ? null : this.dayOf(row);
    if (of === null || day === null) return;
    const known = this.newestDays.get(of);
    if (known === undefined || day > known) this.newestDays.set(of, day);
  }

  private markSeen(table: string, id: string | null): void {
    const { seenRelation, tableIds } = this.target;
    if (seenRelation === null || id === null) return;
    this.seen.row(SEEN_COLUMNS.length);
    this.seen.smallint(tableIds.get(table) ?? 0);
    this.seen.uuid(id);
  }
}
