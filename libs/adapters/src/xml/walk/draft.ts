import { REPEAT_SEPARATOR, type Issue, type RecordAddress, type SourceRecord } from '#libs/domain';
import type { Decoded } from '../events.js';
import type { CompiledTable } from '../layout/compile.js';
import type { Target } from '../layout/node.js';

export interface OpenAddress extends RecordAddress {
  byteLength: number;
}

/** A record while it is being read; it becomes the `SourceRecord` itself when its outermost record ends. */
export interface Draft extends SourceRecord {
  byteLength: number;
  readonly fields: (string | undefined)[];
  fault?: Issue;
  readonly unit: OpenAddress;
  parent?: SourceRecord;
}

const blame = (draft: Draft, fault: Issue): void => {
  draft.fault ??= fault;
};

/** The open record of one table: which entries of its repeated columns are taken is known here only. */
export class OpenRecord {
  private readonly taken: Uint8Array;

  constructor(
    public draft: Draft,
    private readonly table: CompiledTable,
  ) {
    this.taken = new Uint8Array(table.columns.length);
  }

  /** Turns to the next record of the table. */
  turnTo(draft: Draft): void {
    this.draft = draft;
    // A few columns: cheaper than a call into the platform.
    for (let column = 0; column < this.taken.length; column += 1) this.taken[column] = 0;
  }

  /** The repeated element begins once more. */
  repeat({ column }: Target): void {
    const { fields } = this.draft;
    const before = fields[column];
    fields[column] = before === undefined ? '' : before + REPEAT_SEPARATOR;
    this.taken[column] = 0;
  }

  /** A value was read. A second one where there may be one, or one that cannot be decoded, is a fault of this record. */
  set({ column, repeated }: Target, value: Decoded): void {
    const field = this.table.columns[column] ?? '';
    const { fields } = this.draft;
    if (value === null) return blame(this.draft, { code: 'encoding.invalid', field });
    if (this.taken[column] === 1) return blame(this.draft, { code: 'value.invalid', field });
    this.taken[column] = 1;
    fields[column] = repeated ? (fields[column] ?? '') + value : value;
  }
}
