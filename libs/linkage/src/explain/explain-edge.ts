import { type Levels, MISSING, NAMES } from '../compare/levels.js';
import { compileWeights, frequencyBits } from '../model/compile-scorer.js';
import type { LinkageModel } from '../model/linkage-model.js';
import { LEVELS, type LinkagePlan } from '../plan/linkage-plan.js';
import type { Prepared } from '../prepare/prepared.js';

/** What one field says about a pair. No value of a field is in it, so that it may be shown to any reviewer. */
export interface Contribution {
  readonly field: string;
  /** A level of the field's kind; null where a side does not know the field. */
  readonly level: string | null;
  /** Bits by the level. */
  readonly bits: number;
  /** Bits by which a rare name raises, or a common one lessens, an exact agreement; 0 where the records are not at hand. */
  readonly frequencyBits: number;
}

/** An edge as a sum that a reader can follow: prior + all contributions + `namesBits` = bits. */
export interface EdgeExplanation {
  readonly modelVersion: number;
  /** log2 odds of a match between any two records. */
  readonly prior: number;
  /** By position of the plan's fields. */
  readonly contributions: readonly Contribution[];
  /** What the frequency of names adds in all, where it cannot be told field by field because the records are not at hand. */
  readonly namesBits: number;
  /** log2 odds of a match. */
  readonly bits: number;
  /** Of a match, 0 to 1. */
  readonly probability: number;
}

/**
 * Explains the bits of a scored edge, field by field. With both records the frequency of names is told for each field.
 * @param bits as the edge keeps them
 * @throws {ModelRefused} as `compileScorer`
 */
export function explainEdge(
  plan: LinkagePlan,
  model: LinkageModel,
  levels: Levels,
  bits: number,
  a?: Prepared,
  b?: Prepared,
): EdgeExplanation {
  const weights = compileWeights(plan, model);
  const contributions = plan.fields.map((field, at): Contribution => {
    const level = levels[at] ?? MISSING;
    const weight = weights[at];
    if (level === MISSING || weight === undefined) return { field: field.name, level: null, bits: 0, frequencyBits: 0 };
    const byName = level === NAMES.exact ? frequencyBits(weight, a?.[at], b?.[at]) : 0;
    return {
      field: field.name,
      level: LEVELS[field.kind][level] ?? null,
      bits: weight.byLevel[level] ?? 0,
      frequencyBits: byName,
    };
  });
  const told = contributions.reduce((sum, one) => sum + one.bits + one.frequencyBits, model.prior);
  return {
    modelVersion: model.version,
    prior: model.prior,
    contributions,
    namesBits: bits - told,
    bits,
    probability: 1 / (1 + 2 ** -bits),
  };
}
