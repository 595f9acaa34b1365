import { type Levels, MISSING } from '../compare/levels.js';
import { LEVELS, type LinkagePlan } from '../plan/linkage-plan.js';

/** A pattern of agreement and how many pairs show it. */
export interface CountedPattern {
  readonly levels: Levels;
  readonly pairs: number;
}

/**
 * Counts pairs by their pattern of agreement. There are far fewer patterns than pairs, so that an estimate costs the same
 * for a thousand pairs as for a hundred million. A pattern is a number in mixed radix: one digit a field, 0 for missing.
 */
export class PatternCounts {
  private readonly radices: readonly number[];
  private readonly counts = new Map<number, number>();
  private total = 0;

  /** @throws {RangeError} where the plan has more patterns than an integer can number */
  constructor(plan: LinkagePlan) {
    this.radices = plan.fields.map((field) => LEVELS[field.kind].length + 1);
    const patterns = this.radices.reduce((product, radix) => product * radix, 1);
    if (!Number.isSafeInteger(patterns)) throw new RangeError('too many fields for patterns to be numbered');
  }

  /** How many pairs were counted. */
  get pairs(): number {
    return this.total;
  }

  add(levels: Levels, pairs = 1): void {
    let code = 0;
    for (let field = 0; field < this.radices.length; field++) {
      const level = levels[field] ?? MISSING;
      code = code * (this.radices[field] ?? 1) + (level === MISSING ? 0 : level + 1);
    }
    this.counts.set(code, (this.counts.get(code) ?? 0) + pairs);
    this.total += pairs;
  }

  /** All patterns in one order, whatever the order of the pairs: sums of fractions then come out the same. */
  patterns(): CountedPattern[] {
    const sorted = [...this.counts].sort(([one], [other]) => one - other);
    return sorted.map(([code, pairs]) => ({ levels: this.decode(code), pairs }));
  }

  private decode(code: number): Levels {
    const levels = new Uint8Array(this.radices.length);
    for (let field = this.radices.length - 1; field >= 0; field--) {
      const radix = this.radices[field] ?? 1;
      const digit = code % radix;
      levels[field] = digit === 0 ? MISSING : digit - 1;
      code = (code - digit) / radix;
    }
    return levels;
  }
}
