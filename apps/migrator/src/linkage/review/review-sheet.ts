import { TeachingError } from '#libs/domain';
import { explainEdge, type EdgeExplanation, type Prepared, unpack } from '#libs/linkage';
import {
  type Client,
  findDecision,
  findReview,
  type PersonRecord,
  readFeatures,
  readPersonRecords,
  type RecordedDecision,
  type Review,
} from '#libs/store';
import type { PersonReader, PersonView } from '../../policies/person-reader.js';
import { findSubjectState } from '../../rights/subject-state.js';
import type { LinkRules } from '../link-rules.js';
import { findStandingModel } from './standing-model.js';

/** One field as both records hold it. */
export interface SideBySide {
  readonly field: string;
  readonly left: string | null;
  readonly right: string | null;
}

/** Everything that a reviewer may know of a pair. Holds values: for the eyes of whoever asked, never for a log. */
export interface ReviewSheet {
  readonly review: Review & { readonly decision: string };
  /** What the purpose sees of each side; the fields are shown so. */
  readonly view: PersonView;
  readonly fields: readonly SideBySide[];
  readonly explanation: EdgeExplanation;
  /** What somebody has decided about the pair. */
  readonly decided: RecordedDecision | null;
}

/**
 * Lays a pair side by side, by the fields that the reviewer's purpose allows and no others.
 * @throws TeachingError `review.unknown`, or `review.other-rules` where the pair was scored by other rules than today's
 */
export const readReviewSheet = async (
  client: Client,
  rules: LinkRules,
  reader: PersonReader,
  reviewId: string,
): Promise<ReviewSheet> => {
  const review = await findReview(client, reviewId);
  if (review === null) throw new TeachingError('review.unknown', { review: reviewId });
  const sides = [review.left.id, review.right.id];
  const state = await findSubjectState(client, sides);
  const view = reader.viewOf([...new Set([review.left.site, review.right.site])], state);
  const records = await readPersonRecords(client, sides, view.show);
  const shown = (id: string, column: string): string | null => view.shownValue(column, valueOf(records, id, column));
  return {
    review,
    view,
    fields: view.show.map((field) => ({
      field,
      left: shown(review.left.id, field),
      right: shown(review.right.id, field),
    })),
    explanation: await explain(client, rules, review),
    decided: await findDecision(client, reviewId),
  };
};

/** An address is the person's own or that of its case, in a record of its own. */
const valueOf = (records: readonly PersonRecord[], id: string, field: string): string | null =>
  records
    .filter((record) => record.sourcePersonId === id)
    .reduce<string | null>((found, { values }) => found ?? values[field] ?? null, null);

const explain = async (client: Client, rules: LinkRules, review: Review): Promise<EdgeExplanation> => {
  const standing = await findStandingModel(client, rules);
  if (standing === null) throw new TeachingError('review.other-rules');
  const { bits, levels, left, right } = review;
  const features = await readFeatures(client, [left.id, right.id]);
  const prepared = (id: string): Prepared | undefined => {
    const packed = features.get(id);
    return packed === undefined ? undefined : unpack(rules.plan, packed);
  };
  return explainEdge(rules.plan, standing.model, levels, bits, prepared(left.id), prepared(right.id));
};
