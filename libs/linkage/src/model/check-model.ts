import { LEVELS, type FieldPlan, type LinkagePlan } from '../plan/linkage-plan.js';
import { CHAINS } from './chains.js';
import { type FieldModel, type LinkageModel, LEAST_M, LEAST_U, weightOf } from './linkage-model.js';
import { ModelRefused } from './model-refused.js';

/** Rounding of shares in a file may turn equal weights around by less than this many bits. */
const ROUNDING = 1e-6;

/**
 * Refuses a model that would link wrongly: another plan's, shares out of bounds, weights that are not monotone over
 * levels, or full agreement that speaks against a match.
 * @throws {ModelRefused}
 */
export function checkModel(plan: LinkagePlan, model: LinkageModel): LinkageModel {
  if (model.linkage !== plan.name || model.linkageVersion !== plan.version) {
    throw new ModelRefused('other-plan', {
      linkage: `${model.linkage} ${model.linkageVersion}`,
      wanted: `${plan.name} ${plan.version}`,
    });
  }
  if (!Number.isFinite(model.prior)) throw new ModelRefused('malformed', { place: 'prior' });
  for (const field of plan.fields) checkField(field, model.fields[field.name]);
  return model;
}

function checkField(field: FieldPlan, shares: FieldModel | undefined): void {
  const levels = LEVELS[field.kind];
  if (shares?.m.length !== levels.length || shares.u.length !== levels.length) {
    throw new ModelRefused('malformed', { place: `fields.${field.name}` });
  }
  const bounded = (share: number, least: number): boolean => share >= least && share <= 1;
  if (!shares.m.every((share) => bounded(share, LEAST_M)) || !shares.u.every((share) => bounded(share, LEAST_U))) {
    throw new ModelRefused('malformed', { place: `fields.${field.name}` });
  }
  checkWeights(field, fieldWeights(shares));
}

function checkWeights(field: FieldPlan, weights: readonly number[]): void {
  const levels = LEVELS[field.kind];
  for (const chain of CHAINS[field.kind]) {
    for (const [at, worse] of chain.entries()) {
      const better = chain[at - 1];
      if (better === undefined) continue;
      if ((weights[worse] ?? 0) > (weights[better] ?? 0) + ROUNDING) {
        throw new ModelRefused('not-monotone', {
          field: field.name,
          better: levels[better] ?? '',
          worse: levels[worse] ?? '',
        });
      }
    }
  }
  if ((weights[0] ?? 0) < 0) throw new ModelRefused('not-telling', { field: field.name });
}

/** Weights in bits by level. */
export function fieldWeights(shares: FieldModel): number[] {
  return shares.m.map((m, level) => weightOf(m, shares.u[level] ?? m));
}
