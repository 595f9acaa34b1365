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
}

/** Where a page ended. */
export interface ReviewPosition {
  readonly settles: number;
  readonly groupBits: number;
  readonly firstPerson: string;
  readonly secondPerson: string;
  readonly bits: number;
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
  readonly firstPerson: string;
  readonly secondPerson: string;
  readonly groupBits: number;
}

/** Open questions: those that settle most first, then the likeliest; those between the same two persons lie together. */
export const listReviews = async (
  client: Client,
  limit: number,
  after: ReviewPosition | null = null,
): Promise<ReviewPage> => {
  const position = [
    after?.settles ?? null,
    after?.groupBits ?? null,
    after?.firstPerson ?? null,
    after?.secondPerson ?? null,
    after?.bits ?? null,
    after?.left ?? null,
    after?.right ?? null,
  ];
  const { rows } = await client.query<ReviewRow>(LIST_REVIEWS, [...position, limit]);
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
});

const positionOf = (row: ReviewRow): ReviewPosition => ({
  settles: row.settles,
  groupBits: row.groupBits,
  firstPerson: row.firstPerson,
  secondPerson: row.secondPerson,
  bits: row.bits,
  left: row.left.id,
  right: row.right.id,
});
