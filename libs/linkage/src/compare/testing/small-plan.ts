import { compilePlan } from '../../plan/compile-plan.js';
import type { LinkagePlan } from '../../plan/linkage-plan.js';
import type { DateValue, NamesValue, TextValue } from '../../prepare/prepared.js';
import { namesValue, textValue } from '../../prepare/values.js';

/** A plan with one field of each kind that matters to comparing and weighing. */
export const smallPlan = (): LinkagePlan =>
  compilePlan({
    linkage: 'small',
    version: 1,
    fields: {
      given: { kind: 'names', from: ['given'], language: 'fr' },
      surname: { kind: 'names', from: ['birthName', 'usageName'], language: 'fr' },
      birth: { kind: 'date', from: ['birth'], formats: ['YYYY-MM-DD'] },
      sex: { kind: 'code', from: ['sex'] },
      address: { kind: 'text', from: ['address'], language: 'fr' },
    },
    swaps: [['given', 'surname']],
    blocking: [['birth.full'], ['given.phonetic1', 'surname.phonetic1']],
    largestBlock: 200,
    families: { name: ['given', 'surname'], birth: ['birth'], contact: ['address'] },
    decide: {
      automatic: { probability: 0.99, margin: 6, families: 2 },
      review: { from: -3, vetoedFrom: 10 },
    },
  });

/** Whole names, already normalised. */
export const names = (...wholes: readonly string[]): NamesValue => namesValue(wholes);

export const text = (written: string): TextValue => textValue(written);

/** `YYYY-MM-DD`, 00 for what is not known; `centuryKnown` false for a year modulo 100. */
export const date = (written: string, centuryKnown = true): DateValue => {
  const [year = 0, month = 0, day = 0] = written.split('-').map(Number);
  return { kind: 'date', year, month, day, centuryKnown };
};
