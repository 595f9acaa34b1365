import type { CalibrationBin, LinkageOutcome } from './quality-report.js';
import { isTruePair, type Truth } from './truth.js';

/** Bounds of the ranges: fine where the decisions are taken, since nearly all pairs lie at one end or the other. */
const BOUNDS = [0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 0.9999, 1];

/** Probability of a match from its log2 odds. */
export const probabilityOf = (bits: number): number => 1 / (1 + 2 ** -bits);

/** Predicted probability against the share of true pairs, by range; ranges without a pair are left out. */
export function calibrate(truth: Truth, edges: LinkageOutcome['edges']): readonly CalibrationBin[] {
  const bins = BOUNDS.slice(0, -1).map((from, place) => ({
    from,
    to: BOUNDS[place + 1] ?? 1,
    pairs: 0,
    sum: 0,
    right: 0,
  }));
  for (const edge of edges) {
    const probability = probabilityOf(edge.bits);
    const bin = bins.findLast(({ from }) => probability >= from);
    if (bin === undefined) continue;
    bin.pairs += 1;
    bin.sum += probability;
    if (isTruePair(truth, edge)) bin.right += 1;
  }
  return bins.flatMap(({ from, to, pairs, sum, right }) =>
    pairs === 0 ? [] : [{ from, to, pairs, predicted: sum / pairs, observed: right / pairs }],
  );
}
