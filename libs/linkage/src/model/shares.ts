import { MISSING } from '../compare/levels.js';
import { LEVELS, type LinkagePlan } from '../plan/linkage-plan.js';
import type { CountedPattern } from './pattern-counts.js';

/** A number by position of the plan's fields and by level: expected pairs, or shares. */
export type Table = readonly (readonly number[])[];

/** A table of the plan's shape, filled field by field. */
export function table(plan: LinkagePlan, fill: (levels: number, level: number) => number): number[][] {
  return plan.fields.map(({ kind }) => LEVELS[kind].map((_, level) => fill(LEVELS[kind].length, level)));
}

/** Half a pair at every level: what was never seen is rare, not impossible. */
const UNSEEN = 0.5;

/** Shares of the levels of each field among its pairs, bounded away from zero. */
export function sharesOf(counts: Table, least: number): number[][] {
  return counts.map((levels) => {
    const total = levels.reduce((sum, pairs) => sum + pairs + UNSEEN, 0);
    return levels.map((pairs) => Math.max(least, (pairs + UNSEEN) / total));
  });
}

/** Sums pairs by field and level, each pattern with a weight of 0 to 1; missing fields count nowhere. */
export function sumLevels(
  plan: LinkagePlan,
  patterns: readonly CountedPattern[],
  weight: (pattern: CountedPattern) => number,
): number[][] {
  const sums = table(plan, () => 0);
  for (const pattern of patterns) {
    const pairs = pattern.pairs * weight(pattern);
    for (const [field, level] of pattern.levels.entries()) {
      const levels = sums[field];
      if (level !== MISSING && levels !== undefined) levels[level] = (levels[level] ?? 0) + pairs;
    }
  }
  return sums;
}

/** Natural logarithm of the likelihood ratio of a pattern over some of the fields. */
export function logRatio(pattern: CountedPattern, m: Table, u: Table, fields: readonly number[]): number {
  let sum = 0;
  for (const field of fields) {
    const level = pattern.levels[field] ?? MISSING;
    if (level === MISSING) continue;
    sum += Math.log((m[field]?.[level] ?? 1) / (u[field]?.[level] ?? 1));
  }
  return sum;
}

/** Probability from log odds (natural). */
export const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
