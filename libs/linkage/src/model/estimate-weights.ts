import type { LinkagePlan } from '../plan/linkage-plan.js';
import { estimateKey, type KeyEstimate } from './estimate-key.js';
import { estimatePrior } from './estimate-prior.js';
import { LEAST_M, LEAST_U } from './linkage-model.js';
import { ModelRefused } from './model-refused.js';
import type { CountedPattern } from './pattern-counts.js';
import { sharesOf, type Table, table } from './shares.js';
import { smoothWeights } from './smooth-weights.js';

/** The patterns of the pairs that share a key, and the fields that the key fixes. */
export interface KeyPatterns {
  readonly fields: readonly number[];
  readonly patterns: readonly CountedPattern[];
}

/** An estimate by position of the plan's fields. */
export interface Estimate {
  readonly m: Table;
  readonly u: Table;
  /** Natural log odds of a match between any two records. */
  readonly odds: number;
  readonly matches: number;
  readonly keysUsed: readonly string[];
}

/**
 * One round of estimation, from what random pairs show.
 * @param others random pairs by field and level, without the matches among them
 * @throws {ModelRefused}
 */
export function estimateWeights(
  plan: LinkagePlan,
  byKey: readonly KeyPatterns[],
  candidates: readonly CountedPattern[],
  others: Table,
  possiblePairs: number,
): Estimate {
  const rawU = sharesOf(others, LEAST_U);
  const keys = estimateKeys(plan, byKey, rawU);
  const matches = pooledMatches(plan, keys);
  const rawM = sharesOf(matches, LEAST_M);
  const smooth = plan.fields.map((field, at) => {
    const seen = (matches[at] ?? []).some((pairs) => pairs > 0);
    const shares = { m: (seen ? rawM[at] : rawU[at]) ?? [], u: rawU[at] ?? [] };
    return seen ? smoothWeights(field, shares, matches[at] ?? [], others[at] ?? []) : evenly(shares.u);
  });
  const m = smooth.map((shares) => shares.m);
  const u = smooth.map((shares) => shares.u);
  const prior = estimatePrior(plan, candidates, m, u, possiblePairs);
  return {
    m,
    u,
    ...prior,
    keysUsed: keys.flatMap((key, at) => (key === null ? [] : [keyName(plan, byKey[at]?.fields ?? [])])),
  };
}

const keyName = (plan: LinkagePlan, fields: readonly number[]): string =>
  fields.map((field) => plan.fields[field]?.name ?? '').join('+');

/** A field that nobody fills says nothing: both kinds of pairs agree alike. */
function evenly(shares: readonly number[]): { m: number[]; u: number[] } {
  const even = shares.map((share) => Math.max(share, LEAST_M));
  return { m: even, u: [...even] };
}

function estimateKeys(plan: LinkagePlan, byKey: readonly KeyPatterns[], u: Table): readonly (KeyEstimate | null)[] {
  const tried = byKey.map(({ fields, patterns }) => {
    const free = plan.fields.flatMap((_, field) => (fields.includes(field) ? [] : [field]));
    return estimateKey(plan, patterns, u, free);
  });
  const keys = tried.map(({ estimate: one }) => one);
  if (keys.some((key) => key !== null)) return keys;
  throw new ModelRefused(tried.every(({ settled }) => settled) ? 'no-matches' : 'not-converged');
}

/** Expected matches of each field over the keys that leave it free. @throws {ModelRefused} where no used key does */
function pooledMatches(plan: LinkagePlan, keys: readonly (KeyEstimate | null)[]): Table {
  const used = keys.filter((key) => key !== null);
  const pooled = table(plan, () => 0);
  for (const [at, field] of plan.fields.entries()) {
    const free = used.filter((key) => key.fields.includes(at));
    if (free.length === 0) throw new ModelRefused('field-always-blocked', { field: field.name });
    const sums = pooled[at] ?? [];
    for (const { matches } of free) {
      for (const [level, pairs] of (matches[at] ?? []).entries()) sums[level] = (sums[level] ?? 0) + pairs;
    }
  }
  return pooled;
}
