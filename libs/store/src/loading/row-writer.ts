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

/** Writes rows of one entity, and the history of aids, as COPY takes them. */
export class RowWriter {
  private readonly table: EntityTable;
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
    this.lines.clear();
    if (this.histories !== null) for (const kind of HISTORY_KINDS) this.histories[kind].clear();
  }

  release(): void {
    this.lines.release();
    if (this.histories !== null) for (const kind of HISTORY_KINDS) this.histories[kind].release();
  }

  /**
   * @param table the export's table
   * @returns the hash of what the row says
   */
  write(table: string, row: Minimised<StoreRow>): string {
    const hash = this.writeLine(table, row);
    this.writeHistory(row);
    return hash;
  }

  /** COPY text of some rows, ascending, or of all; valid until the next `write`. */
  text(rows: readonly number[]): Uint8Array {
    return this.lines.take(rows);
  }

  /** COPY text of a history kind of some aids. */
  historyText(kind: HistoryKind, rows: readonly number[]): Uint8Array {
    return this.histories?.[kind].take(rows) ?? new Uint8Array();
  }

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
