import type { LinkagePlan } from '../plan/linkage-plan.js';
import { LEAST_M } from './linkage-model.js';
import type { CountedPattern } from './pattern-counts.js';
import { logRatio, probability, sharesOf, sumLevels, type Table, table } from './shares.js';

/** What the pairs of one blocking key say about the fields that the key leaves free. */
export interface KeyEstimate {
  /** Expected matching pairs by field and level. */
  readonly matches: Table;
  /** Fields that the estimate speaks about. */
  readonly fields: readonly number[];
  /** Expected matching pairs in all. */
  readonly expected: number;
}

const MOST_ROUNDS = 500;
const SETTLED = 1e-7;
/** With fewer expected matches a key says nothing. */
const FEWEST_MATCHES = 20;
/** Two fields are the least by which two kinds of pairs can be told apart while `u` is known. */
const FEWEST_FIELDS = 2;
/** Where most pairs of a key are taken for matches on nothing but what the key itself says, the two kinds have merged. */
const MERGED = 0.999;

/**
 * Expectation maximisation over the patterns of one blocking key, `u` being known: which share of the pairs are one
 * person, and how their fields agree. The fields of the key agree by construction and are left out. Null where the key
 * holds too little to tell; `settled` is false where the rounds did not come to rest.
 */
export function estimateKey(
  plan: LinkagePlan,
  patterns: readonly CountedPattern[],
  u: Table,
  fields: readonly number[],
): { estimate: KeyEstimate | null; settled: boolean } {
  const pairs = patterns.reduce((sum, pattern) => sum + pattern.pairs, 0);
  if (fields.length < FEWEST_FIELDS || pairs < FEWEST_MATCHES) return { estimate: null, settled: true };
  let m: Table = firstGuess(plan);
  let share = 0.2;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const odds = Math.log(share / (1 - share));
    const posterior = (pattern: CountedPattern): number => probability(odds + logRatio(pattern, m, u, fields));
    const matches = sumLevels(plan, patterns, posterior);
    const expected = patterns.reduce((sum, pattern) => sum + pattern.pairs * posterior(pattern), 0);
    const next = sharesOf(matches, LEAST_M);
    const moved = Math.max(Math.abs(expected / pairs - share), largestMove(m, next, fields));
    m = next;
    share = Math.min(1 - 1e-9, Math.max(1e-9, expected / pairs));
    if (moved < SETTLED) {
      const telling = expected >= FEWEST_MATCHES && !(share > MERGED && fields.length === FEWEST_FIELDS);
      return { estimate: telling ? { matches, fields, expected } : null, settled: true };
    }
  }
  return { estimate: null, settled: false };
}

/** Matching pairs agree nine times in ten; the rest is spread over the other levels. */
function firstGuess(plan: LinkagePlan): number[][] {
  return table(plan, (levels, level) => (level === 0 ? 0.9 : 0.1 / (levels - 1)));
}

function largestMove(before: Table, after: Table, fields: readonly number[]): number {
  let largest = 0;
  for (const field of fields) {
    for (const [level, share] of (after[field] ?? []).entries()) {
      largest = Math.max(largest, Math.abs(share - (before[field]?.[level] ?? 0)));
    }
  }
  return largest;
}
