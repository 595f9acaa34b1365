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
export const scoreBlocks = ({ plan, compare, score }: PairScorer, blocks: readonly Block[]): ScoredBlocks => {
  const levels = new Uint8Array(plan.fields.length);
  const least = plan.decide.review.from;
  const edges: GraphEdge[] = [];
  const read = new Reader(plan);
  let pairs = 0;
  for (const { code, members } of blocks) {
    for (let at = 0; at < members.length; at++) {
      for (let with_ = at + 1; with_ < members.length; with_++) {
        const left = members[at];
        const right = members[with_];
        if (left === undefined || right === undefined || !(left.touched || right.touched)) continue;
        if (!isFirstShared(left.codes, right.codes, code)) continue;
        const a = read.of(left);
        const b = read.of(right);
        compare(a, b, levels);
        const bits = score(a, b, levels);
        pairs++;
        if (bits >= least) edges.push({ left: left.id, right: right.id, bits, levels: levels.slice() });
      }
    }
  }
  return { blocks: blocks.length, pairs, edges };
};

/** Reads each person back once for all the blocks of a job, and only those who have a pair. */
class Reader {
  private readonly known = new Map<string, Prepared>();

  constructor(private readonly plan: LinkagePlan) {}

  of({ id, features }: BlockMember): Prepared {
    let prepared = this.known.get(id);
    if (prepared === undefined) this.known.set(id, (prepared = unpack(this.plan, features)));
    return prepared;
  }
}
