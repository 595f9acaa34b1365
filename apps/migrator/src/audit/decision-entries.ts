import { type AuditEntry, BARE_ENTRY } from '#libs/store';
import type { Settlement } from '../linkage/review/settle.js';

/** What people do about links at the console. */
export type DecisionAction = 'review.accept' | 'review.reject' | 'review.split' | 'review.revoke';

/**
 * A change of linkage: an entry for each source person of each pair, under the name of the pair. Who decided and why stay with
 * the decision (`passerelle review decisions`): the trail is no account of workers.
 */
export const decisionEntries = (action: DecisionAction, { pairs, applied, holds }: Settlement): AuditEntry[] =>
  pairs.flatMap(({ reviewId, left, right, verdict }) =>
    [left, right].map((subjectId) => ({
      ...BARE_ENTRY,
      action,
      purpose: 'link_review',
      subjectId,
      incident: reviewId,
      outcome: applied && holds ? 'done' : 'waiting',
      detail: [verdict ?? 'revoked'],
    })),
  );
