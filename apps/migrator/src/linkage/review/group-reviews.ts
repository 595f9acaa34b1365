import { components } from '#libs/linkage';
import type { Review } from '#libs/store';

/** Questions that hang together: an answer to one may settle others of its group, and none of another group. */
export interface ReviewGroup {
  readonly reviews: readonly Review[];
  /** Persons whom it is about. */
  readonly persons: number;
}

/**
 * Groups questions by the persons whom they connect. The order of the questions is kept: groups stand in the order of their
 * first question, which is the one whose answer settles most.
 */
export const groupReviews = (reviews: readonly Review[]): readonly ReviewGroup[] => {
  const connected = components(reviews.map(({ left, right }) => ({ left: left.personId, right: right.personId })));
  const groupOf = new Map(connected.flatMap((persons) => persons.map((person) => [person, persons] as const)));
  const groups = new Map<readonly string[], Review[]>();
  for (const review of reviews) {
    const persons = groupOf.get(review.left.personId) ?? [review.left.personId];
    const group = groups.get(persons);
    if (group === undefined) groups.set(persons, [review]);
    else group.push(review);
  }
  return [...groups].map(([persons, members]) => ({ reviews: members, persons: persons.length }));
};
