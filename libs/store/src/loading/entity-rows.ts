import type { Entity, HistoryKind, Minimised, RecordAddress, StoreRow } from '#libs/domain';
import { ENTITY_TABLES, type EntityTable } from './entity-table.js';
import type { RowHasher } from './row-hasher.js';
import { type Landing, RowWriter } from './row-writer.js';
import type { SeparationGate } from '../separation/separation-gate.js';

/** What is known of a row besides its bytes. */
export interface RowFacts {
  /** Its place in the batch. */
  readonly place: number;
  /** The export's table. */
  readonly table: string;
  readonly id: string;
  readonly personId: string | null;
  readonly caseId: string | null;
  /** xxHash64 over the minimised content. */
  readonly hash: bigint;
}

/** Record, offset and length, of the row's own address and of its unit's. */
const NUMBERS = 6;
const START_ROWS = 256;

/**
 * Rows of one entity, written as COPY takes them while they are mapped: the objects that they came from need not live until
 * the database has answered.
 */
export class EntityRows {
  readonly table: EntityTable;
  readonly facts: RowFacts[] = [];
  /** Acts and aids: the export's column that names the person. */
  private readonly personFields: (string | null)[] = [];
  /** Acts and aids: their addresses as bare numbers, since few of them are ever asked for. */
  private addresses = new Float64Array(0);
  private readonly writer: RowWriter;

  constructor(
    entity: Entity,
    landing: Landing,
    hash: RowHasher,
    private readonly gate: SeparationGate | null = null,
  ) {
    this.table = ENTITY_TABLES[entity];
    this.writer = new RowWriter(entity, landing, hash, gate);
  }

  clear(): void {
    this.facts.length = 0;
    this.personFields.length = 0;
    this.writer.clear();
  }

  release(): void {
    this.writer.release();
  }

  add(table: string, row: Minimised<StoreRow>, place: number): void {
    const { id, personId, personField } = row;
    const own = this.gate !== null && this.table.entity === 'person';
    const caseId = own ? this.gate.caseOf(id, row.caseId) : row.caseId;
    const hash = this.writer.write(table, row);
    const n = this.facts.push({ place, table, id, personId, caseId, hash }) - 1;
    if (!this.table.hasPerson) return;
    this.personFields.push(personField);
    this.note(n, row);
  }

  /** Some rows, ascending, as a stream of COPY; valid until the next `add`. */
  take(rows: readonly number[]): Uint8Array {
    return this.writer.take(rows);
  }

  /** The same of a history kind of some aids. */
  takeHistory(kind: HistoryKind, rows: readonly number[]): Uint8Array {
    return this.writer.takeHistory(kind, rows);
  }

  /** Where an act or aid lies, for a quarantine entry. */
  place(row: number): { address: RecordAddress; unit: RecordAddress; personField: string | null } {
    const at = row * NUMBERS;
    return {
      address: this.addressAt(at),
      unit: this.addressAt(at + NUMBERS / 2),
      personField: this.personFields[row] ?? null,
    };
  }

  private note(row: number, { address, unit }: StoreRow): void {
    const at = row * NUMBERS;
    if (at >= this.addresses.length) {
      const grown = new Float64Array(Math.max(START_ROWS * NUMBERS, this.addresses.length * 2));
      grown.set(this.addresses);
      this.addresses = grown;
    }
    const { addresses } = this;
    addresses[at] = address.record;
    addresses[at + 1] = address.byteOffset;
    addresses[at + 2] = address.byteLength;
    addresses[at + 3] = unit.record;
    addresses[at + 4] = unit.byteOffset;
    addresses[at + 5] = unit.byteLength;
  }

  private addressAt(at: number): RecordAddress {
    const [record = 0, byteOffset = 0, byteLength = 0] = this.addresses.subarray(at, at + NUMBERS / 2);
    return { record, byteOffset, byteLength };
  }
}
