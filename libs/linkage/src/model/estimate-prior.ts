import type { LinkagePlan } from '../plan/linkage-plan.js';
import { ModelRefused } from './model-refused.js';
import type { CountedPattern } from './pattern-counts.js';
import { logRatio, probability, type Table } from './shares.js';

const PRIOR_ROUNDS = 200;

/**
 * The share of all possible pairs that explains the candidates: expected matches and prior settle on each other. What the
 * blocking keys miss is too little to matter here.
 * @throws {ModelRefused} `no-matches`
 */
export function estimatePrior(
  plan: LinkagePlan,
  candidates: readonly CountedPattern[],
  m: Table,
  u: Table,
  possiblePairs: number,
): { odds: number; matches: number } {
  const fields = plan.fields.map((_, field) => field);
  const ratios = candidates.map((pattern) => ({ pairs: pattern.pairs, log: logRatio(pattern, m, u, fields) }));
  let matches = candidates.reduce((sum, pattern) => sum + pattern.pairs, 0) / 2;
  let odds = 0;
  for (let round = 0; round < PRIOR_ROUNDS; round++) {
    const share = Math.min(0.5, matches / Math.max(1, possiblePairs));
    odds = Math.log(share / (1 - share));
    const before = matches;
    matches = ratios.reduce((sum, { pairs, log }) => sum + pairs * probability(odds + log), 0);
    if (matches < 1) throw new ModelRefused('no-matches');
    if (Math.abs(matches - before) < 1e-6 * before) break;
  }
  return { odds, matches };
}
