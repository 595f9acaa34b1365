import type { SourceRecord } from '#libs/domain';
import { fileLength, fromByteForm } from './byte-form.js';
import { RECORD_LIMIT, recordTooLong } from './delimited.refusal.js';
import type { SettledStructure } from './dialect.structure.js';
import { readQuotedPart } from './quoted-part.js';
import type { ReadPlan } from './read-plan.js';
import { NONE } from './field.scanner.js';
import { faultOf } from './record.fault.js';
import { UnitWindow } from './unit.window.js';

/**
 * Collects what csv-parse reports into records with addresses and faults. Keeps the bytes since the last record: only
 * they tell where a record starts after empty lines, and whether text came after a closing quote, which csv-parse in its
 * relaxed mode puts into the value. Positions are those of csv-parse, in bytes of byte form.
 */
export class CsvParseFields {
  /** Offset in the file of the end of the last record. */
  offset: number;
  /** Whether the last record has its record end. */
  ended = true;
  private readonly kept = new UnitWindow('iso-8859-1', 0);
  private base = 0;
  private done = 0;
  private fieldStart = 0;
  private record: number;
  private values: (string | undefined)[] = [];
  private width = 0;
  private broken = false;
  private undecodable = NONE;

  /** @param structure the plan's structure in byte form */
  constructor(
    private readonly plan: ReadPlan,
    private readonly structure: SettledStructure,
  ) {
    this.offset = plan.start;
    this.record = plan.firstRecord;
  }

  keep(bytes: Uint8Array): void {
    this.kept.append(bytes);
  }

  /** Forgets the bytes of finished records. @throws DelimitedRefused `file.unreadable` when too many are left */
  release(): void {
    this.kept.drop(this.done - this.base);
    this.base = this.done;
    if (this.lengthOf(this.base, this.base + this.kept.length) > RECORD_LIMIT)
      throw recordTooLong(this.pendingOffset());
  }

  /** Takes the field that ends at `end`. @returns nothing, so that csv-parse keeps no value */
  take(value: string, column: number, end: number, quoted: boolean): void {
    if (column === 0) this.open();
    const raw = quoted ? this.text(this.fieldStart, end) : '';
    if (quoted && readQuotedPart(raw, 0, this.structure)?.next !== raw.length) this.broken = true;
    else this.put(value, column);
    this.width = column + 1;
    this.fieldStart = end + this.structure.delimiter.length;
  }

  /** The record that ends at `end`, its record end included. */
  recordUpTo(end: number): SourceRecord {
    const { plan, values: fields } = this;
    const start = this.skipEmpty();
    const byteOffset = this.offset + this.lengthOf(this.done, start);
    const byteLength = this.lengthOf(start, end);
    if (byteLength > RECORD_LIMIT) throw recordTooLong(byteOffset);
    this.offset = byteOffset + byteLength;
    this.done = end;
    this.ended = this.text(Math.max(start, end - this.structure.recordEnd.length), end) === this.structure.recordEnd;
    const fault = faultOf(plan, this.width, this.broken, this.undecodable);
    const record = { table: plan.table, record: this.record++, byteOffset, byteLength, fields };
    return fault === undefined ? record : { ...record, fault };
  }

  /** Offset in the file of the record that is not finished. */
  pendingOffset(): number {
    return this.offset + this.lengthOf(this.done, this.skipEmpty());
  }

  private open(): void {
    this.fieldStart = this.skipEmpty();
    this.values = this.plan.wanted.map(() => undefined);
    this.broken = false;
    this.undecodable = NONE;
  }

  private put(form: string, column: number): void {
    const slot = this.plan.slots[column] ?? NONE;
    if (slot === NONE) return;
    const value = form.includes('\0') ? undefined : this.plan.decoder.decode(fromByteForm(form, this.plan.encoding));
    this.values[slot] = value;
    if (value === undefined && this.undecodable === NONE) this.undecodable = slot;
  }

  private skipEmpty(): number {
    const { recordEnd } = this.structure;
    let at = this.done;
    if (this.plan.slots.length > 1) while (this.text(at, at + recordEnd.length) === recordEnd) at += recordEnd.length;
    return at;
  }

  private text(from: number, to: number): string {
    return this.kept.text(from - this.base, Math.min(to - this.base, this.kept.length));
  }

  private lengthOf(from: number, to: number): number {
    return fileLength(this.kept.units.subarray(from - this.base, to - this.base), this.plan.encoding);
  }
}
