import type { RecordedDecision } from '#libs/store';
import { roundBits, type SideView, sideView } from './review-line.js';
import type { ReviewSheet } from './review-sheet.js';
import type { Settlement } from './settle.js';

/** A pair as `review show --json` prints it. Holds the values that the purpose allows. */
export const sheetView = ({ review, view, fields, explanation, householdBits, decided }: ReviewSheet) => ({
  reviewId: review.reviewId,
  purpose: view.purpose,
  left: sideView(review.left),
  right: sideView(review.right),
  decision: review.decision,
  rule: review.rule,
  score: roundBits(review.bits),
  probability: explanation.probability,
  fields,
  prior: roundBits(explanation.prior),
  agreement: explanation.contributions.map(({ field, level, bits, frequencyBits }) => ({
    field,
    level,
    bits: roundBits(bits),
    frequencyBits: roundBits(frequencyBits),
  })),
  household: review.household === null ? null : { ...review.household, bits: roundBits(householdBits) },
  runnerUp: { left: orRounded(review.leftRunnerUp), right: orRounded(review.rightRunnerUp) },
  modelVersion: review.modelVersion,
  decided: decided === null ? null : decisionView(decided),
});

const orRounded = (bits: number | null): number | null => (bits === null ? null : roundBits(bits));

/** A decision as `review decisions --json` prints it. */
export const decisionView = (decision: RecordedDecision) => ({
  reviewId: decision.reviewId,
  verdict: decision.verdict,
  by: decision.decidedBy,
  reason: decision.reason,
  decidedAt: decision.decidedAt.toISOString(),
  revokedBy: decision.revokedBy,
  revokedAt: decision.revokedAt?.toISOString() ?? null,
});

/** What has come of decisions, as `review accept`, `reject`, `split` and `revoke` print it with `--json`. */
export interface SettlementView {
  readonly dryRun: boolean;
  readonly decisions: readonly { readonly reviewId: string; readonly verdict: 'same' | 'never' | null }[];
  readonly applied: boolean;
  readonly holds: boolean;
  readonly persons: readonly { readonly personId: string; readonly members: readonly SideView[] }[];
}

export const settlementView = ({ pairs, applied, holds, members }: Settlement, dryRun: boolean): SettlementView => ({
  dryRun,
  decisions: pairs.map(({ reviewId, verdict }) => ({ reviewId, verdict })),
  applied,
  holds,
  persons: [...new Set(members.map(({ personId }) => personId))].map((personId) => ({
    personId,
    members: members.filter((member) => member.personId === personId).map(sideView),
  })),
});
