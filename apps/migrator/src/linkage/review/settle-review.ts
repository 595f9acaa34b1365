import { EXIT, TeachingError } from '#libs/domain';
import { type Client, findDecision, findReview, findVerdict, noteVerdict, revokeVerdict } from '#libs/store';
import type { DecisionMaker } from './decision-maker.js';
import type { SettledPair } from './settle.js';

/**
 * Says of the pair of a review that it is one person, or that it never is.
 * @throws TeachingError `review.unknown`; `review.kept-apart` (exit code 4) where somebody keeps the pair apart
 */
export const settleReview = async (
  client: Client,
  reviewId: string,
  verdict: 'same' | 'never',
  maker: DecisionMaker,
): Promise<readonly SettledPair[]> => {
  const review = await findReview(client, reviewId);
  if (review === null) throw new TeachingError('review.unknown', { review: reviewId });
  return [await notePair(client, [review.left.id, review.right.id], reviewId, verdict, maker)];
};

/** @throws TeachingError `review.kept-apart` */
export const notePair = async (
  client: Client,
  pair: readonly [string, string],
  reviewId: string,
  verdict: 'same' | 'never',
  { by, reason }: DecisionMaker,
): Promise<SettledPair> => {
  // "Never" protects people: it goes by being revoked, knowingly, and not by the way.
  const standing = verdict === 'same' ? await findVerdict(client, pair) : null;
  if (standing?.verdict === 'never') {
    throw new TeachingError('review.kept-apart', { review: reviewId }, { exitCode: EXIT.refused });
  }
  const { left, right } = await noteVerdict(client, { pair, verdict, decidedBy: by, reason });
  return { reviewId, left, right, verdict };
};

/** Takes a standing decision back, so that the evidence decides again. @throws TeachingError `review.no-decision` */
export const revokeDecision = async (client: Client, reviewId: string, by: string): Promise<SettledPair> => {
  const decision = await findDecision(client, reviewId);
  if (decision === null || !(await revokeVerdict(client, [decision.left, decision.right], by))) {
    throw new TeachingError('review.no-decision', { review: reviewId });
  }
  return { reviewId, left: decision.left, right: decision.right, verdict: null };
};
