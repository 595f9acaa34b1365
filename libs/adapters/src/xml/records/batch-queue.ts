import type { SourceRecord } from '#libs/domain';
import type { UnitListener } from '../walk/cursor.js';
import type { Draft } from '../walk/draft.js';

/** Records of a batch, about: whole outermost records with what they enclose. */
const BATCH_RECORDS = 256;
/** Bytes of the file behind a batch, about: large records make small batches. */
const BATCH_BYTES = 1 << 20;

/** Gathers outermost records into batches while a slice is scanned. */
export class BatchQueue implements UnitListener {
  private batches: SourceRecord[][] = [];
  private batch: SourceRecord[] = [];
  private bytes = 0;

  unit(records: readonly Draft[]): void {
    for (const record of records) this.batch.push(record);
    this.bytes += records[0]?.byteLength ?? 0;
    if (this.batch.length < BATCH_RECORDS && this.bytes < BATCH_BYTES) return;
    this.batches.push(this.batch);
    this.batch = [];
    this.bytes = 0;
  }

  containerEnd(): void {
    // A chunk lies in one container, so nothing follows that would belong elsewhere.
  }

  /** Batches that are complete. */
  full(): readonly (readonly SourceRecord[])[] {
    const { batches } = this;
    this.batches = [];
    return batches;
  }

  /** What is left at the end. */
  rest(): readonly (readonly SourceRecord[])[] {
    return this.batch.length === 0 ? this.full() : [...this.full(), this.batch];
  }
}
