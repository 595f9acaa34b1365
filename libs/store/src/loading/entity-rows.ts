import type { Entity, HistoryKind, Minimised, RecordAddress, StoreRow } from '#libs/domain';
import { ENTITY_TABLES, type EntityTable } from './entity-table.js';
import type { RowHasher } from './row-hasher.js';
import { type Landing, RowWriter } from './row-writer.js';

/** What is known of a row besides its text. */
export interface RowFacts {
  /** Its place in the batch. */
  readonly place: number;
  /** The export's table. */
  readonly table: string;
  readonly id: string;
  readonly personId: string | null;
  readonly caseId: string | null;
  /** Signed 64-bit decimal of xxHash64 over the minimised content, as the database holds it. */
  readonly hash: string;
}

const NUMBERS = 6;

/**
 * Rows of one entity, written as COPY takes them while they are mapped: the objects that they came from need not live until
 * the database has answered.
 */
export class EntityRows {
  readonly table: EntityTable;
  readonly facts: RowFacts[] = [];
  /** Acts and aids: the export's column that names the person. */
  private readonly personFields: (string | null)[] = [];
  private readonly addresses: number[] = [];
  private readonly writer: RowWriter;

  constructor(entity: Entity, landing: Landing, hash: RowHasher) {
    this.table = ENTITY_TABLES[entity];
    this.writer = new RowWriter(entity, landing, hash);
  }

  clear(): void {
    this.facts.length = 0;
    this.personFields.length = 0;
    this.addresses.length = 0;
    this.writer.clear();
  }

  release(): void {
    this.writer.release();
  }

  add(table: string, row: Minimised<StoreRow>, place: number): void {
    const { id, personId, caseId, address, unit, personField } = row;
    const hash = this.writer.write(table, row);
    this.facts.push({ place, table, id, personId, caseId, hash });
    if (!this.table.hasPerson) return;
    this.personFields.push(personField);
    this.addresses.push(address.record, address.byteOffset, address.byteLength);
    this.addresses.push(unit.record, unit.byteOffset, unit.byteLength);
  }

  /** COPY text of some rows, ascending; valid until the next `add`. */
  text(rows: readonly number[]): Uint8Array {
    return this.writer.text(rows);
  }

  /** The same of a history kind of some aids. */
  historyText(kind: HistoryKind, rows: readonly number[]): Uint8Array {
    return this.writer.historyText(kind, rows);
  }

  /** Where an act or aid lies, for a quarantine entry. */
  place(row: number): { address: RecordAddress; unit: RecordAddress; personField: string | null } {
    const numbers = this.addresses.slice(row * NUMBERS, (row + 1) * NUMBERS);
    return {
      address: addressFrom(numbers.slice(0, 3)),
      unit: addressFrom(numbers.slice(3)),
      personField: this.personFields[row] ?? null,
    };
  }
}

const addressFrom = ([record = 0, byteOffset = 0, byteLength = 0]: readonly number[]): RecordAddress => ({
  record,
  byteOffset,
  byteLength,
});
