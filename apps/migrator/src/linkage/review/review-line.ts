import { LEVELS, type LinkagePlan } from '#libs/linkage';
import type { Review } from '#libs/store';

/** A source person in an answer: how the legacy system knows it, and nothing of its content. */
export interface SideView {
  readonly system: string;
  readonly site: string;
  readonly sourceId: string;
}

/** A question as `review list --json` prints it. */
export interface ReviewLine {
  readonly reviewId: string;
  readonly left: SideView;
  readonly right: SideView;
  /** Log2 odds that the two are one person. */
  readonly score: number;
  /** Code of the rule that held the pair back, then `field.level` for every field that both records know. */
  readonly reasons: readonly string[];
  /** Questions with the same number may settle each other. */
  readonly group: number;
  /** Questions that one answer settles. */
  readonly settles: number;
  /** Other members of both households who are the same persons, and whether one of the pair is somebody else there already. */
  readonly household: Review['household'];
}

export const sideView = ({ system, site, sourceId }: SideView): SideView => ({ system, site, sourceId });

/** Three decimals are enough to compare by, and the same on every machine. */
export const roundBits = (bits: number): number => Math.round(bits * 1000) / 1000;

/** @param plan null where the pairs were scored by other rules than today's: their levels cannot be named then */
export const reviewLine = (review: Review, group: number, plan: LinkagePlan | null): ReviewLine => ({
  reviewId: review.reviewId,
  left: sideView(review.left),
  right: sideView(review.right),
  score: roundBits(review.bits),
  reasons: [
    review.contradicts ? 'link.contradiction' : review.rule,
    ...(plan === null ? [] : agreements(plan, review)),
  ],
  group,
  settles: review.settles,
  household: review.household,
});

const agreements = (plan: LinkagePlan, { levels }: Review): readonly string[] =>
  plan.fields.flatMap(({ name, kind }, at) => {
    const level = LEVELS[kind][levels[at] ?? -1];
    return level === undefined ? [] : [`${name}.${level}`];
  });
