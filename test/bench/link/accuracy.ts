import {
  countTruePairs,
  evaluate,
  type LinkageModel,
  type LinkagePlan,
  linkRecords,
  type QualityReport,
} from '#libs/linkage';
import type { LabelledPersons } from '../../support/labelled-persons.js';

/** Links in memory by the shipped rules, and holds that against the truth. */
export const assess = (plan: LinkagePlan, model: LinkageModel, { records, truth }: LabelledPersons): QualityReport => {
  const candidates: { left: string; right: string }[] = [];
  const linked = linkRecords(plan, model, records, {
    onCandidate: (left, right) => void candidates.push({ left, right }),
  });
  return evaluate(truth, { ...linked, blockedTruePairs: countTruePairs(truth, candidates) });
};
