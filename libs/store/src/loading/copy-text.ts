import type { ColumnSpec, Value } from '#libs/domain';

/** NULL in COPY's text format. */
const NULL = '\\N';

/** The letters that stand for control characters after a backslash, by character code (PostgreSQL manual, COPY). */
const ESCAPES: Readonly<Record<number, string>> = { 8: 'b', 9: 't', 10: 'n', 11: 'v', 12: 'f', 13: 'r', 92: '\\' };
const BACKSLASH = 92;
const TAB = 9;
const LINE_FEED = 10;
const START_BYTES = 256 * 1024;

/** Memory of texts that are done with: each chunk needs some megabytes, and V8 is slow to give such memory back. */
const SPARE: Buffer[] = [];
const MOST_SPARE = 16;
const NOTHING: Buffer = Buffer.alloc(0);

/**
 * Text as COPY takes it, written straight into bytes: an import writes millions of short values, and a string for each line
 * would cost more than the values. Text is made of items (a row, or the rows that belong to one), so that some of them can be
 * sent and others left out.
 */
export class CopyText {
  private bytes: Buffer = NOTHING;
  private length = 0;
  private readonly ends: number[] = [];

  /** Items written so far. */
  get items(): number {
    return this.ends.length;
  }

  get position(): number {
    return this.length;
  }

  /** Forgets everything; the memory stays. What `take` handed out is no longer valid. */
  clear(): void {
    this.length = 0;
    this.ends.length = 0;
  }

  /** Forgets everything and hands the memory to the next text. */
  release(): void {
    if (this.bytes !== NOTHING && SPARE.length < MOST_SPARE) SPARE.push(this.bytes);
    this.bytes = NOTHING;
    this.clear();
  }

  /** Forgets what was written after a position. */
  rewind(position: number): void {
    this.length = position;
  }

  /** What was written from a position on; valid until the next write. */
  since(position: number): Uint8Array {
    return this.bytes.subarray(position, this.length);
  }

  tab(): void {
    this.room(1);
    this.bytes[this.length++] = TAB;
  }

  endLine(): void {
    this.room(1);
    this.bytes[this.length++] = LINE_FEED;
  }

  /** Ends the item: everything since the item before belongs to it. */
  endItem(): void {
    this.ends.push(this.length);
  }

  /** Text of which the caller knows that it is ASCII and needs no escaping: ids, numbers, dates, codes. */
  ascii(text: string): void {
    this.room(text.length);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < text.length; i++) bytes[at++] = text.charCodeAt(i);
    this.length = at;
  }

  /** Any text, escaped. */
  text(text: string): void {
    // A unit of UTF-16 takes three bytes at most, an escaped one two.
    this.room(text.length * 3);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) {
        const escape = unit < 32 || unit === BACKSLASH ? ESCAPES[unit] : undefined;
        if (escape === undefined) bytes[at++] = unit;
        else {
          bytes[at++] = BACKSLASH;
          bytes[at++] = escape.charCodeAt(0);
        }
      } else if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6);
        bytes[at++] = 0x80 | (unit & 0x3f);
      } else {
        const end = wideEnd(text, i);
        at += bytes.write(text.slice(i, end), at, 'utf8');
        i = end - 1;
      }
    }
    this.length = at;
  }

  /** @param value a whole number */
  integer(value: number): void {
    if (value < 0 || value > 999_999_999) return this.ascii(String(value));
    this.room(9);
    const { bytes } = this;
    let digits = 1;
    for (let bound = 10; bound <= value; bound *= 10) digits++;
    let rest = value;
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      const next = (rest / 10) | 0;
      bytes[at] = 48 + rest - next * 10;
      rest = next;
    }
    this.length += digits;
  }

  null(): void {
    this.ascii(NULL);
  }

  orNull(text: string | null): void {
    this.ascii(text ?? NULL);
  }

  /** Values of a row with tabs between them. */
  values(columns: readonly ColumnSpec[], values: readonly Value[]): void {
    for (let i = 0; i < columns.length; i++) {
      if (i > 0) this.tab();
      const value = values[i];
      if (value === null || value === undefined) this.null();
      else if (typeof value === 'number') this.integer(value);
      else if (typeof value === 'boolean') this.ascii(value ? 't' : 'f');
      else if (columns[i]?.type === 'text') this.text(value);
      else this.ascii(value);
    }
  }

  /** The text of some items, ascending, or of all; valid until the next write. */
  take(items: readonly number[] | 'all'): Uint8Array {
    if (items === 'all' || items.length === this.items) return this.bytes.subarray(0, this.length);
    const parts = items.map((item) => this.bytes.subarray(this.ends[item - 1] ?? 0, this.ends[item]));
    return Buffer.concat(parts);
  }

  private room(bytes: number): void {
    const needed = this.length + bytes;
    if (needed <= this.bytes.length) return;
    const least = Math.max(needed, this.bytes.length * 2);
    const spare = SPARE.at(-1);
    const grown =
      spare !== undefined && spare.length >= least
        ? (SPARE.pop() ?? spare)
        : Buffer.allocUnsafeSlow(Math.max(least, START_BYTES));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}

/** End of the stretch of characters beyond U+07FF that starts at a position: surrogates stay together. */
const wideEnd = (text: string, start: number): number => {
  let end = start + 1;
  while (end < text.length && text.charCodeAt(end) >= 0x800) end++;
  return end;
};
