/**
 * The generator's own pseudo-random numbers (sfc32): the platform's generator cannot be seeded, and an export must come out
 * byte for byte the same on every machine.
 */
export class Random {
  constructor(
    private a: number,
    private b: number,
    private c: number,
    private d: number,
  ) {
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** A 32-bit unsigned integer. */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + sum) | 0;
    return sum >>> 0;
  }

  /** An integer from 0 to `limit` − 1. */
  below(limit: number): number {
    return Math.floor((this.next() / 0x1_0000_0000) * limit);
  }

  /** An integer from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True with the given probability (0 to 1). Draws exactly one number, whatever the probability. */
  chance(probability: number): boolean {
    return this.next() < probability * 0x1_0000_0000;
  }

  /** One of a list that is not empty. Draws exactly one number. */
  pick<T>(list: readonly T[]): T {
    const index = this.below(list.length);
    if (index >= list.length) throw new RangeError('pick: the list is empty');
    return list[index] as T;
  }
}

/** What a stream of numbers serves: one stream never disturbs another, so that a change of one part leaves the rest alone. */
export const STREAM = {
  family: 1,
  presence: 2,
  coordin: 3,
  fourd: 4,
  tipi: 5,
  text: 6,
  evolve: 7,
  habits: 8,
  tokens: 9,
  namesake: 10,
} as const;
export type Stream = (typeof STREAM)[keyof typeof STREAM];

const scramble = (hash: number, part: number): number => {
  let mixed = Math.imul(hash ^ part, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca77);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae3d);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};

/** The numbers of one stream for one household or site, from the seed (0 to 2^53 − 1) alone. */
export function derive(seed: number, stream: Stream, index: number): Random {
  const low = seed >>> 0;
  const high = Math.floor(seed / 0x1_0000_0000);
  const first = scramble(scramble(scramble(0x243f6a88, low), high), stream);
  const second = scramble(first ^ 0x13198a2e, index);
  return new Random(second, scramble(second, first), scramble(first, index + 1), 1);
}
