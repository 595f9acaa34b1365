import { type Database, listReviews, type Review, type ReviewPage, type ReviewPosition } from '#libs/store';

/** Each page ranks all questions anew, so that there are to be few of them. */
const PAGE = 20_000;

/** Every open question, the one that settles most first. Some ten thousand at a time are held without harm. */
export const listOpenReviews = async (database: Database, signal: AbortSignal): Promise<readonly Review[]> => {
  const reviews: Review[] = [];
  let after: ReviewPosition | null = null;
  do {
    signal.throwIfAborted();
    const from: ReviewPosition | null = after;
    const page: ReviewPage = await database.session((client) => listReviews(client, PAGE, from));
    reviews.push(...page.reviews);
    after = page.next;
  } while (after !== null);
  return reviews;
};
