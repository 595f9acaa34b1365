import type { Client } from '../connection/database.js';
import { reviewIdOf, reviewRange } from '../linkage/review-id.js';

/** A decision about a pair on record, standing or taken back. */
export interface RecordedDecision {
  /** The name of the pair, as reviews have it. */
  readonly reviewId: string;
  readonly left: string;
  readonly right: string;
  readonly verdict: 'same' | 'never';
  readonly decidedBy: string;
  readonly reason: string;
  readonly decidedAt: Date;
  readonly revokedBy: string | null;
  readonly revokedAt: Date | null;
}

interface DecisionRow extends Omit<RecordedDecision, 'reviewId'> {
  readonly id: number;
}

const SELECT = `
  SELECT id, left_id::text AS left, right_id::text AS right, verdict, decided_by AS "decidedBy", reason,
         decided_at AS "decidedAt", revoked_by AS "revokedBy", revoked_at AS "revokedAt"
  FROM passerelle.link_verdict`;

const recorded = (row: DecisionRow): RecordedDecision => ({
  reviewId: reviewIdOf(row.left, row.right),
  left: row.left,
  right: row.right,
  verdict: row.verdict,
  decidedBy: row.decidedBy,
  reason: row.reason,
  decidedAt: row.decidedAt,
  revokedBy: row.revokedBy,
  revokedAt: row.revokedAt,
});

export interface DecisionPage {
  readonly decisions: readonly RecordedDecision[];
  /** The decision to go on before; null after the last page. */
  readonly next: number | null;
}

/** Everything that people have decided, the newest first. @param before number of a decision, null for the first page */
export const pageDecisions = async (client: Client, before: number | null, limit: number): Promise<DecisionPage> => {
  const { rows } = await client.query<DecisionRow>(
    `${SELECT} WHERE $1::integer IS NULL OR id < $1::integer ORDER BY id DESC LIMIT $2`,
    [before, limit],
  );
  return { decisions: rows.map(recorded), next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
};

/**
 * The decision that stands about a pair, by the name of the pair: found also where the pair is no longer scored, or where
 * one of the two is gone.
 * @returns null where nothing stands
 */
export const findDecision = async (client: Client, reviewId: string): Promise<RecordedDecision | null> => {
  const range = reviewRange(reviewId);
  if (range === null) return null;
  const { rows } = await client.query<DecisionRow>(
    `${SELECT} WHERE left_id BETWEEN $1 AND $2 AND right_id BETWEEN $3 AND $4 AND revoked_at IS NULL LIMIT 2`,
    [...range],
  );
  const [row, another] = rows;
  // As with reviews: two pairs of one name must never be mixed up.
  return row === undefined || another !== undefined ? null : recorded(row);
};
