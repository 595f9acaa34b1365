import type { DecidedEdge } from '../decide/decided-edge.js';
import type { Truth } from './truth.js';

/** What a run gave, to be held against the truth. */
export interface LinkageOutcome {
  /** As `clusterEdges` gave them: pairs within a cluster are the automatic links (and those that people made). */
  readonly clusters: readonly (readonly string[])[];
  /** Every kept pair with its decision. */
  readonly edges: readonly Pick<DecidedEdge, 'left' | 'right' | 'bits' | 'decision'>[];
  /** True pairs among the candidates that blocking found (`countTruePairs`); null where nobody counted. */
  readonly blockedTruePairs: number | null;
}

/** Counts of pairs and what they come to. Shares are 0 to 1, null where there is nothing to divide by. */
export interface Rates {
  readonly truePairs: number;
  readonly rightLinks: number;
  readonly wrongLinks: number;
  readonly rightReviews: number;
  readonly wrongReviews: number;
  /** Of the automatic links. */
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  /** Of what is linked or shown to a person. */
  readonly recallWithReview: number | null;
}

/** What a threshold on the bits alone would give, with no veto, margin or cluster. */
export interface CurvePoint {
  readonly bits: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Pairs of one range of predicted probabilities, `from` included, `to` not (1 is). */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  /** Mean predicted probability. */
  readonly predicted: number;
  /** Share of true pairs. */
  readonly observed: number;
}

export interface QualityReport {
  readonly records: number;
  readonly overall: Rates;
  /** By kind, in the order of their names; a pair counts under each kind that its two records share. */
  readonly kinds: Readonly<Record<string, Rates>>;
  readonly reviewsPerThousand: number | null;
  readonly blockingRecall: number | null;
  /** Best F1 over all thresholds; null without a true pair. */
  readonly best: CurvePoint | null;
  readonly curve: readonly CurvePoint[];
  readonly calibration: readonly CalibrationBin[];
}

/** A record without a truth takes no part in the evaluation. */
export const isKnown = ({ personOf }: Truth, { left, right }: { left: string; right: string }): boolean =>
  personOf.has(left) && personOf.has(right);
