import type { Client } from '../connection/database.js';
import { reviewIdOf, reviewRange } from '../linkage/review-id.js';
import { FIND_REVIEW, LIST_REVIEWS } from '../sql/linkage-reviews.sql.js';
import type { EdgeDecision } from './linkage-edge.repository.js';

/** A source person as people know it; nothing of what its file says. */
export interface ReviewSide {
  readonly id: string;
  readonly personId: string;
  readonly system: string;
  readonly site: string;
  readonly sourceId: string;
}

/** What the households of a pair say about it: facts, whether or not the rules let them count. */
export interface ReviewHousehold {
  /** Other members of both households whom their own evidence makes the same persons. */
  readonly others: number;
  /** One of the pair is already linked with somebody else of the other household: the two hardly are one person. */
  readonly taken: boolean;
}

/** Two source persons who may be one, and why. */
export interface Review {
  readonly reviewId: string;
  readonly left: ReviewSide;
  readonly right: ReviewSide;
  /** Log2 odds that they are one person. */
  readonly bits: number;
  /** Level of agreement of each field of the plan. */
  readonly levels: Uint8Array;
  readonly rule: string;
  readonly leftRunnerUp: number | null;
  readonly rightRunnerUp: number | null;
  readonly modelVersion: number;
  /** Somebody called them the same, and another decision stands against it. */
  readonly contradicts: boolean;
  /** Open questions between the same two persons: one answer settles them all. */
  readonly settles: number;
  /** Null where the two do not stand in two households. */
  readonly household: ReviewHousehold | null;
}

/** Where a page ended. */
export interface ReviewPosition {
  /** Questions that an answer settles; 0 for those that are asked last. */
  readonly urgency: number;
  readonly groupRank: number;
  readonly firstPerson: string;
  readonly secondPerson: string;
  /** Bits of the pair with those of its household, for this order only. */
  readonly rank: number;
  readonly left: string;
  readonly right: string;
}

export interface ReviewPage {
  readonly reviews: readonly Review[];
  /** Null after the last page. */
  readonly next: ReviewPosition | null;
}

interface ReviewRow extends Omit<Review, 'reviewId' | 'levels'> {
  readonly levels: string;
}
type ListedRow = ReviewRow & Omit<ReviewPosition, 'left' | 'right'>;

/**
 * Open questions: those that settle most first, then the likeliest, households considered; last those of which one is already
 * somebody else of the other's household. Those between the same two persons lie together.
 */
export const listReviews = async (
  client: Client,
  limit: number,
  after: ReviewPosition | null = null,
): Promise<ReviewPage> => {
  const position = [
    after?.urgency ?? null,
    after?.groupRank ?? null,
    after?.firstPerson ?? null,
    after?.secondPerson ?? null,
    after?.rank ?? null,
    after?.left ?? null,
    after?.right ?? null,
  ];
  const { rows } = await client.query<ListedRow>(LIST_REVIEWS, [...position, limit]);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { reviews: rows.map(toReview), next: last === undefined ? null : positionOf(last) };
};

/**
 * A pair by the name that `listReviews` gave it, whatever has been decided about it since.
 * @returns null when the store holds no such pair
 */
export const findReview = async (
  client: Client,
  reviewId: string,
): Promise<(Review & { readonly decision: EdgeDecision }) | null> => {
  const range = reviewRange(reviewId);
  if (range === null) return null;
  const { rows } = await client.query<ReviewRow & { decision: EdgeDecision }>(FIND_REVIEW, [...range]);
  const [row, another] = rows;
  // 64 bits of keyed ids: two pairs of one name are not to be expected, and must never be mixed up.
  if (row === undefined || another !== undefined) return null;
  return { ...toReview(row), decision: row.decision };
};

const toReview = (row: ReviewRow): Review => ({
  reviewId: reviewIdOf(row.left.id, row.right.id),
  left: row.left,
  right: row.right,
  bits: row.bits,
  levels: Uint8Array.from(Buffer.from(row.levels, 'hex')),
  rule: row.rule,
  leftRunnerUp: row.leftRunnerUp,
  rightRunnerUp: row.rightRunnerUp,
  modelVersion: row.modelVersion,
  contradicts: row.contradicts,
  settles: row.settles,
  household: row.household,
});

const positionOf = (row: ListedRow): ReviewPosition => ({
  urgency: row.urgency,
  groupRank: row.groupRank,
  firstPerson: row.firstPerson,
  secondPerson: row.secondPerson,
  rank: row.rank,
  left: row.left.id,
  right: row.right.id,
});
