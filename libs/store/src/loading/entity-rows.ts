import {
  type Entity,
  HISTORY_COLUMNS,
  HISTORY_KINDS,
  type HistoryKind,
  type Minimised,
  type RecordAddress,
  type StoreRow,
} from '#libs/domain';
import { CopyText } from './copy-text.js';
import { ENTITY_TABLES, type EntityTable } from './entity-table.js';
import type { RowHasher } from './row-hasher.js';

/** Where a chunk's rows belong. */
export interface Landing {
  readonly runId: number;
  readonly fileId: number;
  readonly siteId: number;
  readonly tableIds: ReadonlyMap<string, number>;
}

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
  private readonly lines = new CopyText();
  private readonly histories: Readonly<Record<HistoryKind, CopyText>> | null;

  constructor(
    entity: Entity,
    private readonly landing: Landing,
    private readonly hash: RowHasher,
  ) {
    this.table = ENTITY_TABLES[entity];
    this.histories = entity === 'aid' ? { decision: new CopyText(), payment: new CopyText() } : null;
  }

  clear(): void {
    this.facts.length = 0;
    this.personFields.length = 0;
    this.addresses.length = 0;
    this.lines.clear();
    if (this.histories !== null) for (const kind of HISTORY_KINDS) this.histories[kind].clear();
  }

  add(table: string, row: Minimised<StoreRow>, place: number): void {
    const { id, personId, caseId, address, unit, personField } = row;
    const hash = this.writeLine(table, row);
    this.writeHistory(row);
    this.facts.push({ place, table, id, personId, caseId, hash });
    if (!this.table.hasPerson) return;
    this.personFields.push(personField);
    this.addresses.push(address.record, address.byteOffset, address.byteLength);
    this.addresses.push(unit.record, unit.byteOffset, unit.byteLength);
  }

  /** COPY text of some rows, or of all; valid until the next `add`. */
  text(rows: readonly number[] | 'all'): Uint8Array {
    return this.lines.take(rows);
  }

  /** COPY text of a history kind of some aids. */
  historyText(kind: HistoryKind, rows: readonly number[]): Uint8Array {
    return this.histories?.[kind].take(rows) ?? new Uint8Array();
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

  /** @returns the hash of what the line says of the person, the case, the act or the aid */
  private writeLine(table: string, row: Minimised<StoreRow>): string {
    const { lines, landing } = this;
    const tableId = landing.tableIds.get(table);
    if (tableId === undefined) throw new Error(`table ${table} is not registered`);
    lines.ascii(row.id);
    lines.tab();
    lines.integer(landing.siteId);
    lines.tab();
    lines.integer(tableId);
    lines.tab();
    lines.text(row.sourceKey);
    lines.tab();
    if (this.table.hasPerson) {
      lines.orNull(row.personId);
      lines.tab();
    }
    const start = lines.position;
    lines.values(this.table.unified, row.values);
    const hash = this.hashContent(row, start);
    lines.tab();
    lines.ascii(hash);
    this.writeLineage(row.address);
    return hash;
  }

  private writeLineage({ record, byteOffset, byteLength }: RecordAddress): void {
    const { lines, landing } = this;
    for (const number of [landing.fileId, record, byteOffset, byteLength, landing.runId, landing.runId]) {
      lines.tab();
      lines.integer(number);
    }
    lines.tab();
    lines.null();
    lines.endLine();
    lines.endItem();
  }

  /** What else the hash covers is written behind the values for as long as it is taken. */
  private hashContent({ caseId, personId, history }: StoreRow, start: number): string {
    const { lines } = this;
    const end = lines.position;
    lines.tab();
    lines.ascii(caseId ?? personId ?? '');
    if (history !== null) {
      for (const kind of HISTORY_KINDS) {
        lines.ascii('\u0001');
        for (const [n, entry] of history[kind].entries()) {
          if (n > 0) lines.ascii('\u0002');
          lines.values(HISTORY_COLUMNS[kind], entry);
        }
      }
    }
    const hash = this.hash(lines.since(start));
    lines.rewind(end);
    return hash;
  }

  private writeHistory({ id, history }: StoreRow): void {
    if (this.histories === null) return;
    for (const kind of HISTORY_KINDS) {
      const text = this.histories[kind];
      for (const [ordinal, entry] of (history?.[kind] ?? []).entries()) {
        text.ascii(id);
        text.tab();
        text.integer(ordinal);
        text.tab();
        text.values(HISTORY_COLUMNS[kind], entry);
        text.tab();
        text.integer(this.landing.runId);
        text.tab();
        text.null();
        text.endLine();
      }
      text.endItem();
    }
  }
}

const addressFrom = ([record = 0, byteOffset = 0, byteLength = 0]: readonly number[]): RecordAddress => ({
  record,
  byteOffset,
  byteLength,
});

export const HISTORY_RELATIONS: Readonly<Record<HistoryKind, string>> = {
  decision: 'passerelle.aid_decision',
  payment: 'passerelle.aid_payment',
};

export const historyColumns = (kind: HistoryKind): string[] => [
  'aid_id',
  'ordinal',
  ...HISTORY_COLUMNS[kind].map((column) => column.column),
  'first_run',
  'superseded_run',
];
