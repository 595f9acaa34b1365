import type { SettledStructure } from './dialect.structure.js';
import { DOUBLED, STOP } from './unit-kinds.js';
import type { UnitWindow } from './unit.window.js';

export const NONE = -1;

/**
 * Finds where fields end in a window: the innermost loops of every import. Each unit is looked at once, through a table.
 * Indexes are within the arrays by construction, as the window ends with a sentinel (the quote, or else the delimiter):
 * hence the `as number` of their reads.
 */
export class FieldScanner {
  /** The kinds of the units of the field or quoted part just found, or-ed together. */
  flags = 0;
  /** Length of the record end that ends the field just found; 0 for a delimiter or the end of the window. */
  recordEnd = 0;
  /** Fields that were passed over before the one just found. */
  passed = 0;
  /** Units of the window. */
  length = 0;
  private units: Uint8Array | Uint16Array = new Uint8Array();
  private final = false;
  private readonly delimiter: number;
  private readonly quote: number;
  private readonly endFirst: number;
  private readonly endSecond: number;

  constructor(
    { delimiter, quote, recordEnd }: SettledStructure,
    private readonly kinds: Uint8Array,
  ) {
    this.delimiter = delimiter.charCodeAt(0);
    this.quote = quote === null ? NONE : quote.charCodeAt(0);
    this.endFirst = recordEnd.charCodeAt(0);
    this.endSecond = recordEnd.length > 1 ? recordEnd.charCodeAt(1) : NONE;
  }

  /** Takes the window as it is now. @param final whether the stretch ends with it */
  load(window: UnitWindow, final: boolean): void {
    this.units = window.units;
    this.length = window.length;
    this.final = final;
  }

  /** Length of the record end at a position, or 0. One that the window cuts is none: its record waits for more anyway. */
  recordEndAt(at: number): number {
    if (this.units[at] !== this.endFirst || at >= this.length) return 0;
    if (this.endSecond === NONE) return 1;
    return at + 1 < this.length && this.units[at + 1] === this.endSecond ? 2 : 0;
  }

  quoteAt(at: number): boolean {
    return this.units[at] === this.quote && at < this.length;
  }

  /** Position of the delimiter or record end after a position, or of the end of the window. */
  fieldEnd(start: number): number {
    const { units, kinds } = this;
    let flags = 0;
    let at = start;
    for (;;) {
      let kind: number;
      while ((kind = kinds[units[at] as number] as number) < STOP) {
        flags |= kind;
        at++;
      }
      this.flags = flags;
      this.recordEnd = 0;
      if (at >= this.length || units[at] === this.delimiter) return at;
      this.recordEnd = this.recordEndAt(at);
      if (this.recordEnd !== 0) return at;
      // A quote in the middle of a field, or a CR without its LF, is a character like any other.
      flags |= kind;
      at++;
    }
  }

  /**
   * Passes over fields that nobody asked for, as far as they are without quotes: the same as `fieldEnd` for each, without
   * coming back after each. `flags` stay as they were.
   * @param limit fields to pass over at most, 1 or more
   * @returns where the last one ends; `passed` says how many there were before it
   */
  passFields(start: number, limit: number): number {
    const { units, kinds, delimiter, quote, length } = this;
    let passed = 0;
    let at = start;
    this.recordEnd = 0;
    for (;;) {
      while ((kinds[units[at] as number] as number) < STOP) at++;
      if (at >= length) break;
      if (units[at] === delimiter) {
        if (passed + 1 >= limit || units[at + 1] === quote) break;
        passed++;
      } else {
        this.recordEnd = this.recordEndAt(at);
        if (this.recordEnd !== 0) break;
      }
      at++;
    }
    this.passed = passed;
    return at;
  }

  /** Position of the quote that closes the part that starts at a position, or NONE where more units are needed. */
  closingQuote(start: number): number {
    const { units, kinds, quote, length } = this;
    let flags = 0;
    let at = start;
    for (;;) {
      let unit: number;
      while ((unit = units[at] as number) !== quote) {
        flags |= kinds[unit] as number;
        at++;
      }
      if (at >= length || (at + 1 === length && !this.final)) return NONE;
      this.flags = flags;
      if (at + 1 === length || units[at + 1] !== quote) return at;
      flags |= DOUBLED | (kinds[quote] as number);
      at += 2;
    }
  }
}
