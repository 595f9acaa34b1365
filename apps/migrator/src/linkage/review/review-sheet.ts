import { TeachingError } from '#libs/domain';
import { explainEdge, type EdgeExplanation, householdBits, type Prepared, unpack } from '#libs/linkage';
import {
  type Client,
  findDecision,
  findReview,
  type PersonRecord,
  readFeatures,
  readPersonRecords,
  type RecordedDecision,
  type Review,
  type Vault,
} from '#libs/store';
import type { PersonReader, PersonView } from '#libs/services';
import { findAccessSubject } from '#libs/services';
import type { LinkRules } from '#libs/services';
import { findStandingModel } from '#libs/services';

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
  /** Bits that the household added, over those of the explanation; 0 where the rules do not let it count. */
  readonly householdBits: number;
  /** What somebody has decided about the pair. */
  readonly decided: RecordedDecision | null;
}

/**
 * Lays a pair side by side, by the fields that the reviewer's purpose allows and no others.
 * @throws TeachingError `review.unknown`, or `review.other-rules` where the pair was scored by other rules than today's
 */
export const readReviewSheet = async (
  client: Client,
  vault: Vault,
  rules: LinkRules,
  reader: PersonReader,
  reviewId: string,
): Promise<ReviewSheet> => {
  const review = await findReview(client, reviewId);
  if (review === null) throw new TeachingError('review.unknown', { review: reviewId });
  const sides = [review.left.id, review.right.id];
  // Whatever protects one side protects both: what stands beside an address tells of it.
  const view = reader.viewOf(await findAccessSubject(client, vault, [review.left, review.right]));
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
    householdBits: bitsOfHousehold(rules, review),
    decided: await findDecision(client, reviewId),
  };
};

/** What was rectified stands in place of the record. An address is the person's own or that of its case, in a record of its own. */
const valueOf = (records: readonly PersonRecord[], id: string, field: string): string | null => {
  const own = records.filter((record) => record.sourcePersonId === id);
  const mended = own.find(({ rectified, values }) => rectified !== null && Object.hasOwn(values, field));
  if (mended !== undefined) return mended.values[field] ?? null;
  return own.reduce<string | null>((found, { values }) => found ?? values[field] ?? null, null);
};

/** Only a link that the household made counts it. */
const bitsOfHousehold = ({ plan }: LinkRules, { rule, household }: Review): number =>
  rule !== 'link.household' || household === null || plan.household === undefined
    ? 0
    : householdBits(plan.household, household.others === 1 ? 'one' : household.others > 1 ? 'several' : 'none');

const explain = async (client: Client, rules: LinkRules, review: Review): Promise<EdgeExplanation> => {
  const standing = await findStandingModel(client, rules);
  if (standing === null) throw new TeachingError('review.other-rules');
  const { bits, levels, left, right } = review;
  const features = await readFeatures(client, [left.id, right.id]);
  const prepared = (id: string): Prepared | undefined => {
    const packed = features.get(id);
    // Empty: forgotten with a separation, until the next link run prepares the record anew.
    return packed === undefined || packed === '' ? undefined : unpack(rules.plan, packed);
  };
  return explainEdge(rules.plan, standing.model, levels, bits, prepared(left.id), prepared(right.id));
};
