import type { LinkagePlan } from '../plan/linkage-plan.js';
import type { Prepared } from '../prepare/prepared.js';
import { blockingKeys } from './blocking-keys.js';

/** A block that is too large to be compared. Never the value that its records share, which is somebody's name or date. */
export interface LargeBlock {
  /** Position of the key in `plan.blocking`. */
  readonly key: number;
  readonly records: number;
}

/** Records in memory by the blocking keys that they share; a record is known by its position. */
export class BlockIndex {
  private readonly keys: readonly (readonly string[])[];
  private readonly blocks = new Map<string, number[]>();

  constructor(
    private readonly plan: LinkagePlan,
    records: readonly Prepared[],
  ) {
    this.keys = records.map((record) => blockingKeys(plan, record));
    for (const [at, texts] of this.keys.entries()) {
      for (const text of texts) {
        const block = this.blocks.get(text);
        if (block === undefined) this.blocks.set(text, [at]);
        else if (block.at(-1) !== at) block.push(at);
      }
    }
  }

  /**
   * The later records that share a block with a record, and the positions of the keys by which they do: each pair comes up
   * once. What a too large block holds is left out.
   */
  partnersOf(at: number): ReadonlyMap<number, ReadonlySet<number>> {
    const partners = new Map<number, Set<number>>();
    for (const text of this.keys[at] ?? []) {
      const block = this.blocks.get(text) ?? [];
      if (block.length > this.plan.largestBlock) continue;
      for (const other of block) {
        if (other <= at) continue;
        const positions = partners.get(other);
        if (positions === undefined) partners.set(other, new Set([keyOf(text)]));
        else positions.add(keyOf(text));
      }
    }
    return partners;
  }

  /** Blocks that are too large to be compared, by key, the largest first. */
  largeBlocks(): readonly LargeBlock[] {
    const large = [...this.blocks].filter(([, { length }]) => length > this.plan.largestBlock);
    return large
      .map(([text, { length }]) => ({ key: keyOf(text), records: length }))
      .sort((a, b) => a.key - b.key || b.records - a.records);
  }
}

/** The position of a key in the plan stands before its values. */
const keyOf = (text: string): number => Number(text.slice(0, text.indexOf('|')));
