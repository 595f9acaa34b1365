import { HISTORY_COLUMNS, HISTORY_KINDS, type HistoryKind, type StoreRow } from '#libs/domain';
import { wiresOf, type Wires, writeValues } from './column-values.js';
import { CopyBytes } from './copy-bytes.js';

/** Where a history of aids lives and how it is written. */
export interface HistoryTable {
  readonly relation: string;
  /** All columns in the order of COPY. */
  readonly columns: readonly string[];
  /** How the values that the export gave are written. */
  readonly wires: Wires;
}

const historyTable = (kind: HistoryKind, relation: string): HistoryTable => ({
  relation,
  columns: [
    'aid_id',
    'ordinal',
    ...HISTORY_COLUMNS[kind].map((column) => column.column),
    'first_run',
    'superseded_run',
  ],
  wires: wiresOf(HISTORY_COLUMNS[kind]),
});

export const HISTORY_TABLES: Readonly<Record<HistoryKind, HistoryTable>> = {
  decision: historyTable('decision', 'passerelle.aid_decision'),
  payment: historyTable('payment', 'passerelle.aid_payment'),
};

/** Writes decisions and payments as COPY takes them; what belongs to one aid is one item of each kind. */
export class HistoryWriter {
  private readonly rows: Readonly<Record<HistoryKind, CopyBytes>> = {
    decision: new CopyBytes(),
    payment: new CopyBytes(),
  };

  constructor(private readonly runId: number) {}

  clear(): void {
    for (const kind of HISTORY_KINDS) this.rows[kind].clear();
  }

  release(): void {
    for (const kind of HISTORY_KINDS) this.rows[kind].release();
  }

  write({ id, history }: StoreRow): void {
    for (const kind of HISTORY_KINDS) {
      const rows = this.rows[kind];
      if (history !== null) {
        for (const [ordinal, entry] of history[kind].entries()) {
          rows.row(HISTORY_TABLES[kind].columns.length);
          rows.uuid(id);
          rows.smallint(ordinal);
          writeValues(rows, HISTORY_TABLES[kind].wires, entry);
          rows.integer(this.runId);
          rows.null();
        }
      }
      rows.endItem();
    }
  }

  /** The history of some aids, ascending, as a stream of COPY; valid until the next `write`. */
  take(kind: HistoryKind, aids: readonly number[]): Uint8Array {
    return this.rows[kind].take(aids);
  }
}
