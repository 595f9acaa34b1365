import type { FieldPlan } from '../plan/linkage-plan.js';
import { CHAINS } from './chains.js';
import { type FieldModel, LEAST_M, LEAST_U, weightOf } from './linkage-model.js';

/** A level is thin where both kinds of pairs show it less often than this: its ratio is chance. */
const THIN = 5;
/** Bits by which a worse level may outweigh a better one on account of chance alone. */
const CHANCE = 1;
/** Unless so few pairs of either kind stand behind one of the two levels that nothing can be said. */
const FEW = 30;

/**
 * Shares of one field with the marks of chance taken out: a thin level weighs halfway between its neighbours, and where a
 * level weighs more than a better one, the one that few pairs show gives way. What is left non-monotone is no chance, and
 * `checkModel` refuses it.
 * @param matches expected matching pairs by level
 * @param others pairs taken at random by level
 */
export function smoothWeights(
  field: FieldPlan,
  shares: FieldModel,
  matches: readonly number[],
  others: readonly number[],
): FieldModel {
  const least = (level: number): number => Math.min(matches[level] ?? 0, others[level] ?? 0);
  const most = (level: number): number => Math.max(matches[level] ?? 0, others[level] ?? 0);
  const weights = shares.m.map((m, level) => weightOf(m, shares.u[level] ?? m));
  const changed = new Set<number>();
  for (const chain of CHAINS[field.kind]) {
    const solid = chain.filter((level) => most(level) >= THIN);
    for (const [at, level] of chain.entries()) {
      if (most(level) >= THIN) continue;
      weights[level] = between(weights, chain.slice(0, at), chain.slice(at + 1), solid);
      changed.add(level);
    }
    for (const level of straighten(chain, weights, least)) changed.add(level);
  }
  return withWeights(shares, weights, changed);
}

/**
 * Takes out what is non-monotone by chance: of a better and a worse level in the wrong order, the one that fewer pairs show
 * gives way, whichever it is. @returns the levels that moved
 */
function straighten(chain: readonly number[], weights: number[], least: (level: number) => number): readonly number[] {
  const moved: number[] = [];
  const set = (level: number, weight: number): void => {
    weights[level] = weight;
    moved.push(level);
  };
  // An exact agreement is the measure of all others: nothing moves it up, and nothing moves above it.
  const best = weights[chain[0] ?? 0] ?? 0;
  for (const [at, level] of chain.entries()) {
    const better = chain[at - 1];
    if (better === undefined) continue;
    const [low, high] = [weights[better] ?? 0, weights[level] ?? 0];
    if (high <= low || (high - low > CHANCE && Math.min(least(level), least(better)) >= FEW)) continue;
    if (at === 1 || high > best || least(better) >= least(level)) set(level, low);
    else for (const other of chain.slice(1, at)) if ((weights[other] ?? 0) < high) set(other, high);
  }
  return moved;
}

/** Halfway between the nearest solid levels on both sides; the one there is; nothing where there is none. */
function between(
  weights: readonly number[],
  better: readonly number[],
  worse: readonly number[],
  solid: readonly number[],
): number {
  const up = better.findLast((level) => solid.includes(level));
  const down = worse.find((level) => solid.includes(level));
  const ends = [up, down].flatMap((level) => (level === undefined ? [] : [weights[level] ?? 0]));
  return ends.length === 0 ? 0 : ends.reduce((sum, weight) => sum + weight, 0) / ends.length;
}

/** Shares whose ratio is the new weight: what matching pairs show stays, what others show gives way. */
function withWeights(shares: FieldModel, weights: readonly number[], changed: ReadonlySet<number>): FieldModel {
  const m = [...shares.m];
  const u = [...shares.u];
  for (const level of changed) {
    const ratio = 2 ** (weights[level] ?? 0);
    const fitting = Math.max(m[level] ?? LEAST_M, LEAST_M, LEAST_U * ratio);
    m[level] = Math.max(LEAST_M, Math.min(1, ratio, fitting));
    u[level] = Math.min(1, (m[level] ?? LEAST_M) / ratio);
  }
  return { m, u };
}
