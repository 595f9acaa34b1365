import type { ReadPlan } from './read-plan.js';
import { DOUBLED, NUL, SUSPECT } from './unit-kinds.js';
import type { UnitWindow } from './unit.window.js';

/** Longer substrings are views of the text that they were cut from, and keep all of it in memory. */
const LONGEST_COPY = 12;

/** Makes values of stretches of a window: a substring, and only where its kinds of units ask for it a decoding. */
export class ValueCutter {
  private readonly flat: boolean;
  private readonly decode: (units: string) => string | undefined;
  private readonly quote: string;
  private readonly twoQuotes: string;
  private text = '';

  constructor(
    { flat, decoder, structure }: ReadPlan,
    private readonly window: UnitWindow,
  ) {
    this.flat = flat;
    this.decode = decoder.decode;
    this.quote = structure.quote ?? '';
    this.twoQuotes = this.quote + this.quote;
  }

  /** Takes the window as it is now. */
  load(): void {
    this.text = this.window.text();
  }

  /**
   * @param flags the kinds of its units, or-ed together
   * @returns undefined for a value that is no text in the encoding or holds U+0000
   */
  cut(from: number, to: number, flags: number): string | undefined {
    if ((flags & NUL) !== 0) return undefined;
    const copied = this.flat && to - from > LONGEST_COPY;
    const raw = copied ? this.window.text(from, to) : this.text.substring(from, to);
    const units = (flags & DOUBLED) === 0 ? raw : raw.replaceAll(this.twoQuotes, this.quote);
    return (flags & SUSPECT) === 0 ? units : this.decode(units);
  }
}
