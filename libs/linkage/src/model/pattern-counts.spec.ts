import fc from 'fast-check';
import { MISSING } from '../compare/levels.js';
import { smallPlan } from '../compare/testing/small-plan.js';
import { LEVELS } from '../plan/linkage-plan.js';
import { PatternCounts } from './pattern-counts.js';

const plan = smallPlan();
const pattern = fc
  .tuple(...plan.fields.map(({ kind }) => fc.constantFrom(MISSING, ...LEVELS[kind].map((_, level) => level))))
  .map((levels) => Uint8Array.from(levels));

describe('counted patterns', () => {
  it('come back as they were counted, in one order', () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 40 }), (patterns) => {
        const counts = new PatternCounts(plan);
        const backwards = new PatternCounts(plan);
        for (const levels of patterns) counts.add(levels);
        for (const levels of patterns.toReversed()) backwards.add(levels);
        const back = counts.patterns().flatMap(({ levels, pairs }) => Array<string>(pairs).fill(levels.join()));
        expect(back.toSorted()).toEqual(patterns.map((levels) => levels.join()).toSorted());
        expect(backwards.patterns()).toEqual(counts.patterns());
        expect(counts.pairs).toBe(patterns.length);
      }),
    );
  });
});
