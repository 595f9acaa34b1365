import type { Decoded } from '../events.js';
import type { CompiledLayout, CompiledTable } from '../layout/compile.js';
import type { Target } from '../layout/node.js';
import { LIMITS } from '../limits.js';
import { beyond } from '../refusal.js';
import { OpenRecord, type Draft } from './draft.js';

/** Builds the records of one outermost record after the other, and numbers them. */
export class UnitBuilder {
  /** The open record of each table, by the table's position. */
  private readonly live: (OpenRecord | undefined)[] = [];
  /** One object for each table, used again and again: a record never encloses one of its own table. */
  private readonly spare: (OpenRecord | undefined)[] = [];
  private readonly blanks: readonly undefined[][];
  private records: Draft[] = [];

  /** @param next number of the next record of each table, counted on here */
  constructor(
    private readonly layout: CompiledLayout,
    readonly next: number[],
  ) {
    this.blanks = layout.tables.map(({ columns }) => columns.map(() => undefined));
  }

  /** Whether an outermost record is open. */
  get busy(): boolean {
    return this.records.length > 0;
  }

  begin(index: number, byteOffset: number): void {
    const table = this.layout.tables[index];
    if (table === undefined) return;
    if (this.records.length === LIMITS.nested) throw beyond('nested', byteOffset);
    const record = this.next[index] ?? 1;
    this.next[index] = record + 1;
    const fields: (string | undefined)[] = this.blanks[index]?.slice() ?? [];
    const unit = this.records[0]?.unit ?? { record, byteOffset, byteLength: 0 };
    const draft: Draft = { table: table.name, record, byteOffset, byteLength: 0, fields, unit };
    const parent = table.parent === undefined ? undefined : this.live[table.parent]?.draft;
    if (parent !== undefined) draft.parent = parent;
    this.live[index] = this.openFor(index, table, draft);
    this.records.push(draft);
  }

  private openFor(index: number, table: CompiledTable, draft: Draft): OpenRecord {
    const spare = this.spare[index];
    if (spare === undefined) return (this.spare[index] = new OpenRecord(draft, table));
    spare.turnTo(draft);
    return spare;
  }

  repeat(target: Target): void {
    this.live[target.table]?.repeat(target);
  }

  set(target: Target, value: Decoded | undefined): void {
    if (value !== undefined) this.live[target.table]?.set(target, value);
  }

  /** @returns the records of the outermost record that ended here, or `undefined` when it goes on */
  finish(index: number, end: number): readonly Draft[] | undefined {
    const draft = this.live[index]?.draft;
    this.live[index] = undefined;
    if (draft === undefined) return undefined;
    draft.byteLength = end - draft.byteOffset;
    if (draft.parent !== undefined) return undefined;
    this.checkSize(end);
    draft.unit.byteLength = draft.byteLength;
    const { records } = this;
    this.records = [];
    return records;
  }

  /** @throws XmlRefused when the outermost record that is open is already larger than any may be */
  checkSize(offset: number): void {
    const start = this.records[0]?.byteOffset;
    if (start !== undefined && offset - start > LIMITS.record) throw beyond('record', offset);
  }
}
