import { type Levels, MISSING, NAMES } from '../compare/levels.js';
import type { LinkagePlan } from '../plan/linkage-plan.js';
import type { Prepared } from '../prepare/prepared.js';
import { checkModel, fieldWeights } from './check-model.js';
import { type Adjustment, adjust, adjustmentOf } from './frequencies.js';
import type { LinkageModel } from './linkage-model.js';

/** log2 odds that two compared records are one person. Symmetric; allocates nothing. */
export type Scorer = (a: Prepared, b: Prepared, levels: Levels) => number;

/** A field's weights in bits: by level, and what the name itself adds to an exact agreement. */
export interface FieldWeights {
  readonly byLevel: readonly number[];
  readonly adjustment: Adjustment | null;
}

/** The weights of a model by position of the plan's fields. @throws {ModelRefused} as `checkModel` */
export function compileWeights(plan: LinkagePlan, model: LinkageModel): readonly FieldWeights[] {
  checkModel(plan, model);
  return plan.fields.map((field) => {
    const shares = model.fields[field.name] ?? { m: [], u: [] };
    const adjustment = field.kind === 'names' ? adjustmentOf(model.frequencies[field.name], shares.u[0] ?? 1) : null;
    return { byLevel: fieldWeights(shares), adjustment };
  });
}

/** The scorer of a model: its prior and the weights of all fields, missing ones weighing nothing. */
export function compileScorer(plan: LinkagePlan, model: LinkageModel): Scorer {
  const weights = compileWeights(plan, model);
  const { prior } = model;
  return (a, b, levels) => {
    let bits = prior;
    for (let field = 0; field < weights.length; field++) {
      const level = levels[field] ?? MISSING;
      const weight = weights[field];
      if (level === MISSING || weight === undefined) continue;
      bits += weight.byLevel[level] ?? 0;
      if (level === NAMES.exact && weight.adjustment !== null) bits += frequencyBits(weight, a[field], b[field]);
    }
    return bits;
  };
}

/**
 * Bits that an exact agreement on these names gains or loses by their frequency. A common name never falls below the
 * next level: otherwise half of a name would speak for a link more than the whole.
 */
export function frequencyBits(weights: FieldWeights, a: Prepared[number] | undefined, b: typeof a): number {
  if (weights.adjustment === null || a?.kind !== 'names' || b?.kind !== 'names') return 0;
  const exact = weights.byLevel[NAMES.exact] ?? 0;
  const shorter = weights.byLevel[NAMES.shorter] ?? exact;
  return Math.max(adjust(weights.adjustment, a, b), Math.min(0, shorter - exact));
}
