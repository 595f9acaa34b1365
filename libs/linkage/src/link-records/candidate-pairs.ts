import { blockingKeys } from '../blocking/blocking-keys.js';
import type { LinkagePlan } from '../plan/linkage-plan.js';
import type { Prepared } from '../prepare/prepared.js';

/** Records by blocking key, in memory: positions of records, in ascending order. */
export class BlockIndex {
  private readonly blocks = new Map<string, number[]>();
  private readonly keys: readonly (readonly string[])[];

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

  /** Every pair of records that share a block, once, the earlier record first. What a too large block holds is left out. */
  *pairs(): Generator<readonly [number, number]> {
    for (const [at, texts] of this.keys.entries()) {
      const partners = new Set<number>();
      for (const text of texts) {
        const block = this.blocks.get(text) ?? [];
        if (block.length > this.plan.largestBlock) continue;
        for (const other of block) if (other > at) partners.add(other);
      }
      for (const other of partners) yield [at, other];
    }
  }

  /** Blocks that are too large to be compared: the position of their key in the plan, and how many records share it. */
  largeBlocks(): readonly LargeBlock[] {
    const large: LargeBlock[] = [];
    for (const [text, { length }] of this.blocks) {
      if (length > this.plan.largestBlock) large.push({ key: Number(text.slice(0, text.indexOf('|'))), records: length });
    }
    return large.sort((a, b) => a.key - b.key || b.records - a.records);
  }
}

/** Never the value that the records share, which is a person's name or date. */
export interface LargeBlock {
  /** Position of the key in `plan.blocking`. */
  readonly key: number;
  readonly records: number;
}
