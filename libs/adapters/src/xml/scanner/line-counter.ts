import { CH } from './byte-classes.js';

const CONTINUATION = 0x80;
const CONTINUATION_MASK = 0xc0;

/** Where in the text an offset lies; both start at 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Counts lines (LF, CR or CR LF) as bytes go by, so that a refusal can say where it was without a second reading. */
export class LineCounter {
  private line = 1;
  private lineStart: number;
  private afterCr = false;

  constructor(base: number) {
    this.lineStart = base;
  }

  /** Takes note of `bytes[0, end)`, whose first byte is at `base` in the file. */
  pass(bytes: Buffer, end: number, base: number): void {
    const seen = bytes.subarray(0, end);
    if (this.afterCr || seen.includes(CH.cr)) this.passMixed(seen, base);
    else this.passLf(seen, base);
  }

  /** The usual case apart, and by the byte search of the platform: every byte of every file goes through it. */
  private passLf(seen: Buffer, base: number): void {
    for (let at = seen.indexOf(CH.lf); at !== -1; at = seen.indexOf(CH.lf, at + 1)) {
      this.line += 1;
      this.lineStart = base + at + 1;
    }
  }

  private passMixed(seen: Buffer, base: number): void {
    for (let at = 0; at < seen.length; at += 1) {
      const byte = seen[at];
      if (byte === CH.cr || (byte === CH.lf && !this.afterCr)) this.line += 1;
      if (byte === CH.cr || byte === CH.lf) this.lineStart = base + at + 1;
      this.afterCr = byte === CH.cr;
    }
  }

  /**
   * The place of `offset`, whose line began either in these bytes or before them. Columns count characters as far as
   * the line is at hand, bytes before that.
   */
  place(bytes: Buffer, base: number, offset: number, utf8: boolean): TextPlace {
    this.pass(bytes, Math.max(0, Math.min(offset - base, bytes.length)), base);
    let column = offset - this.lineStart + 1;
    if (utf8)
      for (let at = Math.max(0, this.lineStart - base); at < offset - base; at += 1)
        if (((bytes[at] ?? 0) & CONTINUATION_MASK) === CONTINUATION) column -= 1;
    return { line: this.line, column };
  }
}
