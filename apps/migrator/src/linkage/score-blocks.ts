import { type Comparer, type LinkagePlan, type Prepared, type Scorer, unpack } from '#libs/linkage';
import { type Block, type BlockMember, type GraphEdge, isFirstShared } from '#libs/store';

/** How pairs are compared and weighed. */
export interface PairScorer {
  readonly plan: LinkagePlan;
  readonly compare: Comparer;
  readonly score: Scorer;
}

/** What the blocks of a range held. */
export interface ScoredBlocks {
  readonly blocks: number;
  /** Pairs compared. */
  readonly pairs: number;
  /** Those that a person might have to look at. */
  readonly edges: readonly GraphEdge[];
}

/**
 * Compares every pair of persons who share a block, in the first block that both share and in no other. In a run of touched
 * persons a pair needs one of them.
 */
export const scoreBlocks = ({ plan, compare, score }: PairScorer, blocks: Iterable<Block>): ScoredBlocks => {
  const levels = new Uint8Array(plan.fields.length);
  const least = plan.decide.review.from;
  const edges: GraphEdge[] = [];
  let count = 0;
  let pairs = 0;
  for (const { code, members } of blocks) {
    const read = new Reader(plan, members);
    for (let at = 0; at < members.length; at++) {
      for (let with_ = at + 1; with_ < members.length; with_++) {
        const left = members[at];
        const right = members[with_];
        if (left === undefined || right === undefined || !(left.touched || right.touched)) continue;
        if (!isFirstShared(left.codes, right.codes, code)) continue;
        const a = read.member(at);
        const b = read.member(with_);
        compare(a, b, levels);
        const bits = score(a, b, levels);
        pairs++;
        if (bits >= least) edges.push({ left: left.id, right: right.id, bits, levels: levels.slice() });
      }
    }
    count++;
  }
  return { blocks: count, pairs, edges };
};

/** Reads the members of a block back, each once, and only those who have a pair in it. */
class Reader {
  private readonly known: Prepared[] = [];

  constructor(
    private readonly plan: LinkagePlan,
    private readonly members: readonly BlockMember[],
  ) {}

  member(at: number): Prepared {
    return (this.known[at] ??= unpack(this.plan, this.members[at]?.features ?? ''));
  }
}
