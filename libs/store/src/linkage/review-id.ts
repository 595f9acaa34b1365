/** A review as people name it: eight hexadecimal digits of each end, `0a1b2c3d-4e5f6071`. */
const REVIEW_ID = /^([0-9a-f]{8})-([0-9a-f]{8})$/;
const SMALLEST_TAIL = '-0000-0000-0000-000000000000';
const LARGEST_TAIL = '-ffff-ffff-ffff-ffffffffffff';

/**
 * The name of a pair, from the keyed ids of its ends: the same one after every rerun, re-import and rollback, and it says
 * nothing about anybody.
 */
export const reviewIdOf = (left: string, right: string): string => `${left.slice(0, 8)}-${right.slice(0, 8)}`;

/** The ids that the ends of a review may have: from and to of the left one, of the right one; null when it is not a name. */
export const reviewRange = (reviewId: string): readonly [string, string, string, string] | null => {
  const [, left, right] = REVIEW_ID.exec(reviewId) ?? [];
  if (left === undefined || right === undefined) return null;
  return [left + SMALLEST_TAIL, left + LARGEST_TAIL, right + SMALLEST_TAIL, right + LARGEST_TAIL];
};
