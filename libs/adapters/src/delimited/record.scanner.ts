import type { SourceRecord } from '#libs/domain';
import { cutInQuotes, oddLength, RECORD_LIMIT, recordTooLong } from './delimited.refusal.js';
import type { ReadPlan } from './read-plan.js';
import { NONE } from './field.scanner.js';
import { RecordCursor } from './record.cursor.js';
import { faultOf } from './record.fault.js';
import type { Ending, RecordParser } from './record.parser.js';
import { UnitWindow } from './unit.window.js';

/** Enough for a batch, so that small blocks do not cost a pass each. */
const SCAN_BYTES = 65_536;

/**
 * The fast path for one-character dialects, over blocks of any size: a record that a block cuts is scanned again from its
 * start when there is more of it.
 */
export class RecordScanner implements RecordParser {
  private readonly window: UnitWindow;
  private readonly cursor: RecordCursor;
  private readonly skipsEmpty: boolean;
  private scanAt: number;
  private offset: number;
  private record: number;

  /** @param scanBytes bytes to gather before scanning */
  constructor(
    private readonly plan: ReadPlan,
    private readonly scanBytes = SCAN_BYTES,
  ) {
    this.scanAt = scanBytes;
    const { delimiter, quote } = plan.structure;
    this.window = new UnitWindow(plan.encoding, (quote ?? delimiter).charCodeAt(0));
    this.cursor = new RecordCursor(plan, this.window);
    this.skipsEmpty = plan.slots.length > 1;
    this.offset = plan.start;
    this.record = plan.firstRecord;
  }

  feed(bytes: Uint8Array): readonly SourceRecord[] {
    this.window.append(bytes);
    return this.window.byteLength < this.scanAt ? [] : this.scan(false);
  }

  finish(): Ending {
    if (this.window.odd) throw oddLength(this.offset + this.window.byteLength);
    const records = this.scan(true);
    if (this.window.length > 0) throw cutInQuotes(this.offset);
    return { records, ended: this.cursor.ended };
  }

  close(): void {
    this.window.drop(this.window.length);
  }

  private scan(final: boolean): readonly SourceRecord[] {
    const { window, cursor } = this;
    const found: SourceRecord[] = [];
    cursor.load(final);
    let at = 0;
    while (at < window.length) {
      const empty = this.skipsEmpty ? cursor.emptyAt(at) : 0;
      const next = empty > 0 ? at + empty : cursor.read(at);
      if (next === NONE) break;
      if (empty === 0) found.push(this.recordOf(at, next));
      at = next;
    }
    window.drop(at);
    this.offset += at * window.unitBytes;
    if (window.byteLength > RECORD_LIMIT) throw recordTooLong(this.offset);
    // Twice what is left, or a long record would be scanned again for each small block.
    this.scanAt = Math.max(this.scanBytes, window.byteLength * 2);
    return found;
  }

  /** Always the same properties in the same order: the code that reads millions of them stays fast. */
  private recordOf(start: number, end: number): SourceRecord {
    const { plan, cursor, window } = this;
    const byteOffset = this.offset + start * window.unitBytes;
    const byteLength = (end - start) * window.unitBytes;
    if (byteLength > RECORD_LIMIT) throw recordTooLong(byteOffset);
    const record = this.record++;
    const fault = faultOf(plan, cursor.width, cursor.broken, cursor.undecodable);
    if (fault === undefined) return { table: plan.table, record, byteOffset, byteLength, fields: cursor.fields };
    return { table: plan.table, record, byteOffset, byteLength, fields: cursor.fields, fault };
  }
}
