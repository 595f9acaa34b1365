import type { CurvePoint, LinkageOutcome } from './quality-report.js';
import { isTruePair, type Truth } from './truth.js';

/**
 * Precision and recall for every threshold on the bits, highest first: pairs of equal bits come in together. Recall is of all
 * true pairs, also of those that blocking or the review threshold lost. Empty without a true pair.
 */
export function tradeOffCurve(truth: Truth, edges: LinkageOutcome['edges'], truePairs: number): readonly CurvePoint[] {
  if (truePairs === 0) return [];
  const sorted = edges
    .map((edge) => ({ bits: edge.bits, right: isTruePair(truth, edge) }))
    .sort((a, b) => b.bits - a.bits);
  const points: CurvePoint[] = [];
  let right = 0;
  sorted.forEach((edge, place) => {
    if (edge.right) right += 1;
    if (sorted[place + 1]?.bits !== edge.bits) points.push(pointAt(edge.bits, right, place + 1, truePairs));
  });
  return points;
}

/** The point of the best F1; of several the one with the highest threshold. Null of an empty curve. */
export const bestOf = (curve: readonly CurvePoint[]): CurvePoint | null =>
  curve.reduce<CurvePoint | null>((best, point) => (best === null || point.f1 > best.f1 ? point : best), null);

const pointAt = (bits: number, right: number, taken: number, truePairs: number): CurvePoint => ({
  bits,
  precision: right / taken,
  recall: right / truePairs,
  f1: (2 * right) / (taken + truePairs),
});
