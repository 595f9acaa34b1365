import type { ReadPlan } from './read-plan.js';
import { DOUBLED, NUL, STOP, SUSPECT, unitKinds } from './unit-kinds.js';
import type { UnitWindow } from './unit.window.js';

export const NONE = -1;
/** Longer substrings are views of the text that they were cut from, and keep all of it in memory. */
const LONGEST_COPY = 12;

/**
 * Reads one record of a window at a time into its own fields, so that nothing is allocated but the values. Each unit is
 * looked at once, through a table, and becomes part of a string only when its field is wanted.
 *
 * This is the innermost loop of every import. Its indexes are within the arrays by construction (the window ends with a
 * sentinel of kind STOP): hence the `as number` of its reads.
 */
export class RecordCursor {
  /** The values of the record just read. */
  fields: (string | undefined)[] = [];
  /** How many fields it has. */
  width = 0;
  /** Text came after a closing quote. */
  broken = false;
  /** Place in `wanted` of the first value that could not be decoded, or NONE. */
  undecodable = NONE;
  /** Whether its record end was there. */
  ended = true;

  private readonly kinds: Uint8Array;
  private readonly slots: Int32Array;
  private readonly delimiter: number;
  private readonly quote: number;
  private readonly endFirst: number;
  private readonly endSecond: number;
  private readonly blank: undefined[];
  private text = '';
  private units: Uint8Array | Uint16Array = new Uint8Array();
  private length = 0;
  private final = false;
  private quoted = 0;

  constructor(
    private readonly plan: ReadPlan,
    private readonly window: UnitWindow,
  ) {
    const { delimiter, quote, recordEnd } = plan.structure;
    this.kinds = unitKinds(plan.structure, plan.decoder);
    this.slots = plan.slots;
    this.delimiter = delimiter.charCodeAt(0);
    this.quote = quote === null ? NONE : quote.charCodeAt(0);
    this.endFirst = recordEnd.charCodeAt(0);
    this.endSecond = recordEnd.length > 1 ? recordEnd.charCodeAt(1) : NONE;
    this.blank = plan.wanted.map(() => undefined);
  }

  /** Takes the window as it is now. @param final whether the stretch ends with it */
  load(final: boolean): void {
    this.text = this.window.text();
    this.units = this.window.units;
    this.length = this.window.length;
    this.final = final;
  }

  /** Length of the record end at a position, 0 where there is none, NONE where only more units can tell. */
  recordEndAt(at: number): number {
    if (this.units[at] !== this.endFirst || at >= this.length) return 0;
    if (this.endSecond === NONE) return 1;
    if (at + 1 < this.length) return this.units[at + 1] === this.endSecond ? 2 : 0;
    return this.final ? 0 : NONE;
  }

  /** Reads the record that starts at a position. @returns the position after it, or NONE where more units are needed */
  read(start: number): number {
    this.fields = this.blank.slice();
    this.width = 0;
    this.broken = false;
    this.undecodable = NONE;
    const { units, kinds, length, slots, delimiter } = this;
    let at = start;
    for (;;) {
      const from = at;
      let close = NONE;
      if (units[at] === this.quote && at < length) {
        close = this.closingQuote(at + 1);
        if (close === NONE) return NONE;
        at = close + 1;
      }
      let flags = 0;
      let end = 0;
      for (;;) {
        let kind: number;
        while ((kind = kinds[units[at] as number] as number) < STOP) {
          flags |= kind;
          at++;
        }
        if (at >= length || units[at] === delimiter) break;
        end = this.recordEndAt(at);
        if (end !== 0) break;
        flags |= kind;
        at++;
      }
      if (end === NONE || (at >= length && !this.final)) return NONE;
      const slot = this.width < slots.length ? (slots[this.width] as number) : NONE;
      if (close === NONE) {
        if (slot !== NONE) this.take(slot, from, at, flags);
      } else if (at !== close + 1) this.broken = true;
      else if (slot !== NONE) this.take(slot, from + 1, close, this.quoted);
      this.width++;
      if (end === 0 && at < length) at++;
      else {
        this.ended = end > 0;
        return at + end;
      }
    }
  }

  /** Position of the quote that closes the field whose content starts at a position, or NONE. */
  private closingQuote(start: number): number {
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
      this.quoted = flags;
      if (at + 1 === length || units[at + 1] !== quote) return at;
      flags |= DOUBLED | (kinds[quote] as number);
      at += 3;
    }
  }

  private take(slot: number, from: number, to: number, flags: number): void {
    const value = from === to ? '' : this.value(from, to, flags);
    this.fields[slot] = value;
    if (value === undefined && this.undecodable === NONE) this.undecodable = slot;
  }

  private value(from: number, to: number, flags: number): string | undefined {
    if ((flags & NUL) !== 0) return undefined;
    const flat = this.plan.flat && to - from > LONGEST_COPY;
    let units = flat ? this.window.text(from, to) : this.text.substring(from, to);
    if ((flags & DOUBLED) !== 0) {
      const quote = String.fromCharCode(this.quote);
      units = units.replaceAll(quote + quote, quote);
    }
    return (flags & SUSPECT) === 0 ? units : this.plan.decoder.decode(units);
  }
}
