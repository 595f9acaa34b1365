import { FieldScanner, NONE } from './field.scanner.js';
import type { ReadPlan } from './read-plan.js';
import { unitKinds } from './unit-kinds.js';
import type { UnitWindow } from './unit.window.js';
import { ValueCutter } from './value.cutter.js';

/** Fields that a record may have beyond the columns of its file. */
const UNLIMITED = 0x3fff_ffff;

/** Reads one record of a window at a time into its own properties, so that nothing is allocated but the values. */
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

  private readonly scanner: FieldScanner;
  private readonly values: ValueCutter;
  private readonly slots: Int32Array;
  /** For each column how many follow one another, itself included, that nobody asked for. */
  private readonly unwanted: Int32Array;
  private readonly blank: undefined[];
  private final = false;

  constructor(
    plan: ReadPlan,
    private readonly window: UnitWindow,
  ) {
    this.scanner = new FieldScanner(plan.structure, unitKinds(plan.structure, plan.decoder));
    this.values = new ValueCutter(plan, window);
    this.slots = plan.slots;
    this.unwanted = unwantedFrom(plan.slots);
    this.blank = plan.wanted.map(() => undefined);
  }

  /** Takes the window as it is now. @param final whether the stretch ends with it */
  load(final: boolean): void {
    this.scanner.load(this.window, final);
    this.values.load();
    this.final = final;
  }

  /** Length of the record end at a position, or 0: a line that is empty where a record should start. */
  emptyAt(at: number): number {
    return this.scanner.recordEndAt(at);
  }

  /** Reads the record that starts at a position. @returns the position after it, or NONE where more units are needed */
  read(start: number): number {
    const { scanner } = this;
    this.fields = this.blank.slice();
    this.width = 0;
    this.broken = false;
    this.undecodable = NONE;
    let at = start;
    for (;;) {
      at = scanner.quoteAt(at) ? this.readQuoted(at) : this.readPlain(at);
      if (at === NONE || (at >= scanner.length && !this.final)) return NONE;
      this.width++;
      if (scanner.recordEnd > 0 || at >= scanner.length) {
        this.ended = scanner.recordEnd > 0;
        return at + scanner.recordEnd;
      }
      at++;
    }
  }

  private readPlain(start: number): number {
    const unwanted = this.width < this.unwanted.length ? (this.unwanted[this.width] as number) : UNLIMITED;
    if (unwanted > 0) {
      const last = this.scanner.passFields(start, unwanted);
      this.width += this.scanner.passed;
      return last;
    }
    const end = this.scanner.fieldEnd(start);
    this.take(start, end, this.scanner.flags);
    return end;
  }

  /** Text after the closing quote leaves no value: nobody knows what was meant. */
  private readQuoted(start: number): number {
    const close = this.scanner.closingQuote(start + 1);
    if (close === NONE) return NONE;
    const { flags } = this.scanner;
    const end = this.scanner.fieldEnd(close + 1);
    if (end === close + 1) this.take(start + 1, close, flags);
    else this.broken = true;
    return end;
  }

  private take(from: number, to: number, flags: number): void {
    const slot = this.width < this.slots.length ? (this.slots[this.width] as number) : NONE;
    if (slot === NONE) return;
    const value = from === to ? '' : this.values.cut(from, to, flags);
    this.fields[slot] = value;
    if (value === undefined && this.undecodable === NONE) this.undecodable = slot;
  }
}

/** Columns beyond those of the file are unwanted without limit. */
function unwantedFrom(slots: Int32Array): Int32Array {
  const unwanted = new Int32Array(slots.length);
  for (let column = slots.length - 1; column >= 0; column--)
    if (slots[column] === NONE) unwanted[column] = (unwanted[column + 1] ?? UNLIMITED) + 1;
  return unwanted;
}
