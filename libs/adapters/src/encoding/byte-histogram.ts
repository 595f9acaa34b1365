/** How the neighbours of a byte are written; a letter's own case follows them nearly always. */
export type CaseContext = 'lower' | 'upper' | 'neutral';

const CONTEXTS: readonly CaseContext[] = ['neutral', 'lower', 'upper'];
const NEUTRAL = 0;
const LOWER = 1;
const UPPER = 2;

const caseOf = (byte: number): number => {
  if (byte >= 0x61 && byte <= 0x7a) return LOWER;
  return byte >= 0x41 && byte <= 0x5a ? UPPER : NEUTRAL;
};

/**
 * Counts the bytes from 0x80 on by the case of their ASCII neighbours: 0xE9 inside `HEL?NE` is È in Mac Roman, inside
 * `Hel?ne` é in windows-1252.
 */
export class ByteHistogram {
  total = 0;
  private readonly counts = new Uint32Array(CONTEXTS.length * 256);
  private previous = NEUTRAL;
  private waiting = -1;

  add(byte: number): void {
    const own = caseOf(byte);
    if (this.waiting >= 0) this.settle(own);
    if (byte >= 0x80) this.waiting = byte;
    else this.previous = own;
  }

  end(): void {
    if (this.waiting >= 0) this.settle(NEUTRAL);
  }

  *[Symbol.iterator](): Iterator<{ readonly byte: number; readonly context: CaseContext; readonly count: number }> {
    for (const [index, context] of CONTEXTS.entries())
      for (let byte = 0x80; byte < 0x100; byte++) {
        const count = this.counts[index * 256 + byte] ?? 0;
        if (count > 0) yield { byte, context, count };
      }
  }

  /** A letter before decides, but a capital before a small letter (`H?lène`, `?lodie`) says nothing against either. */
  private settle(next: number): void {
    let context = this.previous;
    if (context === UPPER && next === LOWER) context = LOWER;
    else if (context === NEUTRAL && next === UPPER) context = UPPER;
    const index = context * 256 + this.waiting;
    this.counts[index] = (this.counts[index] ?? 0) + 1;
    this.total++;
    this.waiting = -1;
    this.previous = NEUTRAL;
  }
}
