import {
  type Entity,
  HISTORY_KINDS,
  type HistoryKind,
  type Minimised,
  type RecordAddress,
  type StoreRow,
} from '#libs/domain';
import { wiresOf, type Wires, writeValues } from './column-values.js';
import { CopyBytes } from './copy-bytes.js';
import { ENTITY_TABLES, type EntityTable } from './entity-table.js';
import { HISTORY_TABLES, HistoryWriter } from './history-writer.js';
import type { GuardedRow, SeparationGate } from '../separation/separation-gate.js';
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
  private readonly wires: Wires;
  private readonly rows = new CopyBytes();
  private readonly history: HistoryWriter | null;

  constructor(
    entity: Entity,
    private readonly landing: Landing,
    private readonly hash: RowHasher,
    private readonly gate: SeparationGate | null = null,
  ) {
    this.table = ENTITY_TABLES[entity];
    this.wires = wiresOf(this.table.unified);
    this.history = entity === 'aid' ? new HistoryWriter(landing.runId) : null;
  }

  clear(): void {
    this.rows.clear();
    this.history?.clear();
  }

  release(): void {
    this.rows.release();
    this.history?.release();
  }

  /**
   * @param table the export's table
   * @returns the hash of what the row says
   */
  write(table: string, row: Minimised<StoreRow>): bigint {
    const hash = this.writeRow(table, row);
    this.history?.write(row);
    return hash;
  }

  /** Some rows, ascending, as a stream of COPY; valid until the next `write`. */
  take(rows: readonly number[]): Uint8Array {
    return this.rows.take(rows);
  }

  /** The same of a history kind of some aids. */
  takeHistory(kind: HistoryKind, rows: readonly number[]): Uint8Array {
    return this.history?.take(kind, rows) ?? new Uint8Array();
  }

  private writeRow(table: string, row: Minimised<StoreRow>): bigint {
    const { rows, landing } = this;
    const tableId = landing.tableIds.get(table);
    if (tableId === undefined) throw new Error(`table ${table} is not registered`);
    rows.row(this.table.columns.length);
    rows.uuid(row.id);
    rows.smallint(landing.siteId);
    rows.smallint(tableId);
    rows.text(row.sourceKey);
    const start = rows.position;
    this.writeContent(row, row.values);
    const plain = this.hashContent(row, start);
    const guarded = this.gate?.guard(this.table.entity, row) ?? null;
    const hash = guarded === null ? plain : guarded.hash(plain);
    if (guarded === null) rows.null();
    else this.writeGuarded(row, start, guarded);
    rows.bigint(hash);
    this.writeLineage(row.address);
    return hash;
  }

  private writeContent({ personId }: StoreRow, values: StoreRow['values']): void {
    if (this.table.hasPerson) this.rows.uuidOrNull(personId);
    writeValues(this.rows, this.wires, values);
  }

  /** Written anew over what the hash was made of: what tells of a place is never sent in plain text. */
  private writeGuarded(row: StoreRow, start: number, { values, sealed }: GuardedRow): void {
    this.rows.rewind(start);
    this.writeContent(row, values);
    this.rows.jsonb(sealed);
  }

  private writeLineage({ record, byteOffset, byteLength }: RecordAddress): void {
    const { rows, landing } = this;
    rows.integer(landing.fileId);
    rows.integer(record);
    rows.bigint(byteOffset);
    rows.integer(byteLength);
    rows.integer(landing.runId);
    rows.integer(landing.runId);
    rows.null();
    rows.endItem();
  }

  /** The hash covers what the row says from the person on; what lies in other tables is behind it as long as it is taken. */
  private hashContent({ caseId, history }: StoreRow, start: number): bigint {
    const { rows } = this;
    const end = rows.position;
    if (!this.table.hasPerson) rows.uuidOrNull(caseId);
    if (history !== null) {
      for (const kind of HISTORY_KINDS) {
        rows.integer(history[kind].length);
        for (const entry of history[kind]) writeValues(rows, HISTORY_TABLES[kind].wires, entry);
      }
    }
    const hash = this.hash(rows.since(start));
    rows.rewind(end);
    return hash;
  }
}
