import { CopyValues } from './copy-values.js';

/** What a stream of binary COPY begins with: signature, no flags, no extension (PostgreSQL manual, COPY, File Formats). */
export const COPY_BEGINNING: Buffer = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
/** What it ends with, in the place of a row's number of values. */
const TRAILER = -1;
const TRAILER_BYTES = 2;
const NOTHING = new Uint8Array();

/**
 * Rows as COPY takes them in its binary format, written straight into memory: an import writes millions of short values, and
 * neither a string for each row nor digits that PostgreSQL parses again would be worth their time. Rows make up items (a row,
 * or the rows that belong to one), so that some of them can be sent and others left out.
 */
export class CopyBytes extends CopyValues {
  private readonly ends: number[] = [];

  constructor() {
    super(COPY_BEGINNING.length);
  }

  /** Items written so far. */
  get items(): number {
    return this.ends.length;
  }

  override clear(): void {
    super.clear();
    this.ends.length = 0;
  }

  /** Begins a row. @param values how many follow: as many as COPY names columns */
  row(values: number): void {
    this.room(2);
    this.view.setInt16(this.length, values);
    this.length += 2;
  }

  /** Ends the item: every row since the item before belongs to it. */
  endItem(): void {
    this.ends.push(this.length);
  }

  /** Some items, ascending, or all, as one whole stream of COPY; empty when they hold no row. Valid until the next write. */
  take(items: readonly number[] | 'all'): Uint8Array {
    if (items !== 'all' && items.length !== this.items) return this.gather(items);
    if (this.length === COPY_BEGINNING.length) return NOTHING;
    this.room(TRAILER_BYTES);
    this.bytes.set(COPY_BEGINNING);
    this.view.setInt16(this.length, TRAILER);
    return this.bytes.subarray(0, this.length + TRAILER_BYTES);
  }

  private gather(items: readonly number[]): Uint8Array {
    let size = 0;
    for (const item of items) size += this.endOf(item) - this.endOf(item - 1);
    if (size === 0) return NOTHING;
    const gathered = Buffer.allocUnsafe(COPY_BEGINNING.length + size + TRAILER_BYTES);
    let at = COPY_BEGINNING.copy(gathered);
    // Most items go, few stay: what lies together is copied together.
    for (let i = 0, first = 0; i < items.length; i++) {
      const item = items[i] ?? 0;
      if (items[i + 1] === item + 1) continue;
      at += this.bytes.copy(gathered, at, this.endOf((items[first] ?? 0) - 1), this.endOf(item));
      first = i + 1;
    }
    gathered.writeInt16BE(TRAILER, at);
    return gathered;
  }

  /** Where an item ends, and the next one begins. */
  private endOf(item: number): number {
    return item < 0 ? COPY_BEGINNING.length : (this.ends[item] ?? this.length);
  }
}
