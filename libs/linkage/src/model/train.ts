import type { LinkagePlan } from '../plan/linkage-plan.js';
import { checkModel } from './check-model.js';
import { estimateWeights } from './estimate-weights.js';
import type { LinkageModel } from './linkage-model.js';
import type { PatternCounts } from './pattern-counts.js';
import { logRatio, probability, sumLevels } from './shares.js';

/** What a model is trained on: counts, no records. */
export interface TrainingCounts {
  /** Pairs of records taken at random. */
  readonly random: PatternCounts;
  /** Pairs that share a blocking key, each once. */
  readonly candidates: PatternCounts;
  /** Pairs by key, the plan's own and others: all pairs that share it, whatever other keys they share. */
  readonly byKey: readonly KeyCounts[];
  readonly records: number;
  /** Pairs of records that could be one person: all pairs but those within one source. */
  readonly possiblePairs: number;
  readonly frequencies: LinkageModel['frequencies'];
}

/** The pairs that share one key, and the fields that the key fixes: nothing can be learnt from it about them. */
export interface KeyCounts {
  readonly fields: readonly number[];
  readonly counts: PatternCounts;
}

/** Random pairs hold a few matches, which would make agreement look common: they are taken out in so many rounds. */
const PURGES = 2;

/**
 * Estimates a model: `u` from random pairs, `m` by expectation maximisation key by key with the fields of the key left
 * out, each field averaged over the keys by their expected matches, and the prior so that it explains the candidates.
 * The same counts give the same model.
 * @throws {ModelRefused} where the estimate is degenerate or its weights are not monotone over levels
 */
export function train(plan: LinkagePlan, version: number, counts: TrainingCounts): LinkageModel {
  const random = counts.random.patterns();
  const candidates = counts.candidates.patterns();
  const byKey = counts.byKey.map(({ fields, counts: key }) => ({ fields, patterns: key.patterns() }));
  let others = sumLevels(plan, random, () => 1);
  let found = estimateWeights(plan, byKey, candidates, others, counts.possiblePairs);
  for (let purge = 0; purge < PURGES; purge++) {
    const { m, u, odds } = found;
    const all = plan.fields.map((_, field) => field);
    others = sumLevels(plan, random, (pattern) => 1 - probability(odds + logRatio(pattern, m, u, all)));
    found = estimateWeights(plan, byKey, candidates, others, counts.possiblePairs);
  }
  return checkModel(plan, {
    version,
    linkage: plan.name,
    linkageVersion: plan.version,
    prior: rounded(found.odds / Math.LN2),
    fields: Object.fromEntries(
      plan.fields.map(({ name }, field) => [name, { m: found.m[field] ?? [], u: found.u[field] ?? [] }]),
    ),
    frequencies: counts.frequencies,
    trainedOn: {
      records: counts.records,
      candidatePairs: counts.candidates.pairs,
      randomPairs: counts.random.pairs,
      expectedMatches: Math.round(found.matches),
      keysUsed: found.keysUsed,
    },
  });
}

/** Enough digits for any weight, and few enough that a file reads well. */
const rounded = (bits: number): number => Math.round(bits * 1e6) / 1e6;
