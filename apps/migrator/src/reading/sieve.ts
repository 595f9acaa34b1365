/** Bits for each number, at least: one number in five then meets another by chance. */
const BITS_EACH = 4;

/** One round for each: what met by chance in a round rarely does so in the next. */
const ROUNDS: readonly (readonly [number, number])[] = [
  [0x27d4eb2f, 0x165667b1],
  [0x2c1b3c6d, 0x297a2d39],
  [0x7feb352d, 0x5bd1e995],
];
const LAST_MIX = 0x846ca68b;

/**
 * Leaves out of a long list of numbers most of those that occur once: each number marks a bit, and one whose bit nobody
 * else marked is alone. Two marks for each number in all, instead of a sort.
 */
export class Sieve {
  private readonly words: readonly Uint32Array[];
  private readonly mask: number;

  /** @param blocks the numbers, 2 to the power of `blockBits` in each block; zeros are left out */
  constructor(
    blocks: readonly Float64Array<ArrayBuffer>[],
    private readonly blockBits: number,
  ) {
    this.words = blocks.map(({ buffer }) => new Uint32Array(buffer));
    this.mask = (1 << blockBits) - 1;
  }

  /** Ascending positions of every number that occurs twice, and of a few that do not. @param size numbers in all */
  sift(size: number): Uint32Array {
    let kept: Uint32Array | null = null;
    for (const round of ROUNDS) kept = this.round(kept, kept === null ? size : kept.length, round);
    return kept ?? new Uint32Array(0);
  }

  /** @param among positions, or null for all */
  private round(among: Uint32Array | null, count: number, [first, second]: readonly [number, number]): Uint32Array {
    const width = Math.max(5, Math.ceil(Math.log2(count * BITS_EACH + 1)));
    const shift = 32 - width;
    const seen = new Uint32Array(2 ** (width - 5));
    const again = new Uint32Array(seen.length);
    for (let at = 0; at < count; at++) {
      const spread = this.spread(among === null ? at : (among[at] as number), first, second);
      if (spread === 0) continue;
      const slot = spread >>> shift;
      const bit = 1 << (slot & 31);
      const place = slot >>> 5;
      if (((seen[place] as number) & bit) !== 0) again[place] = (again[place] as number) | bit;
      else seen[place] = (seen[place] as number) | bit;
    }
    return this.marked(among, count, (position) => {
      const spread = this.spread(position, first, second);
      const slot = spread >>> shift;
      return spread !== 0 && ((again[slot >>> 5] as number) & (1 << (slot & 31))) !== 0;
    });
  }

  private marked(among: Uint32Array | null, count: number, isMarked: (position: number) => boolean): Uint32Array {
    let size = 0;
    for (let at = 0; at < count; at++) if (isMarked(among === null ? at : (among[at] as number))) size++;
    const kept = new Uint32Array(size);
    for (let at = 0, next = 0; next < size; at++) {
      const position = among === null ? at : (among[at] as number);
      if (isMarked(position)) kept[next++] = position;
    }
    return kept;
  }

  /** The number at a position spread over 32 bits: 0 only for zero. */
  private spread(position: number, first: number, second: number): number {
    const words = this.words[position >>> this.blockBits] as Uint32Array;
    const at = (position & this.mask) << 1;
    const low = words[at] as number;
    const high = words[at + 1] as number;
    if (low === 0 && high === 0) return 0;
    let mixed = Math.imul(low, first) ^ Math.imul(high, second);
    mixed = Math.imul(mixed ^ (mixed >>> 15), LAST_MIX);
    return (mixed ^ (mixed >>> 13)) | 1;
  }
}
