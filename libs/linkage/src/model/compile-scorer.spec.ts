import { compileComparer } from '../compare/compile-comparer.js';
import { DATE, MISSING, NAMES, TEXT } from '../compare/levels.js';
import { names, smallPlan } from '../compare/testing/small-plan.js';
import { prepare } from '../prepare/prepare.js';
import type { InputValues, Prepared } from '../prepare/prepared.js';
import { compileScorer } from './compile-scorer.js';
import { LARGEST_ADJUSTMENT } from './frequencies.js';
import { smallModel } from './testing/small-model.js';

const plan = smallPlan();
const score = compileScorer(plan, smallModel());
const NOBODY: Prepared = [null, null, null, null, null];
const PRIOR = -16;

const bits = (a: InputValues, b: InputValues): number => {
  const levels = new Uint8Array(plan.fields.length);
  const [one, other] = [prepare(plan, a), prepare(plan, b)];
  compileComparer(plan)(one, other, levels);
  return score(one, other, levels);
};

describe('the score of a pair', () => {
  it('is the prior where nothing could be compared', () => {
    expect(score(NOBODY, NOBODY, new Uint8Array(5).fill(MISSING))).toBe(PRIOR);
  });

  it('adds the weights of the levels', () => {
    const levels = Uint8Array.from([MISSING, NAMES.close, DATE.conflict, MISSING, TEXT.different]);
    const expected = PRIOR + 5 + Math.log2(0.02 / 0.98) + Math.log2(0.25 / 0.99);
    expect(score(NOBODY, NOBODY, levels)).toBeCloseTo(expected, 9);
  });

  it('counts an exact agreement by how many bear the name', () => {
    const same = (given: string): number => bits({ given }, { given });
    expect(same('Jean')).toBeCloseTo(PRIOR + 8 - 2, 9);
    expect(same('Zélie')).toBeCloseTo(PRIOR + 8 + 2, 9);
    expect(same('Jean')).toBeLessThan(same('Zélie'));
    // A name that the model does not name counts like the rarest that it does.
    expect(same('Ondine')).toBe(same('Zélie'));
  });

  it('never lets a common name fall below a typo of it', () => {
    const common = bits({ given: 'Marie' }, { given: 'Marie' });
    // One bearer in fifty would take 3.3 bits off, and the typo weighs 5.
    expect(common).toBeCloseTo(PRIOR + 5, 9);
    expect(common).toBeGreaterThanOrEqual(bits({ given: 'Marie' }, { given: 'Maria' }));
  });

  it('takes the rarest part of a compound name, and keeps within bounds', () => {
    expect(bits({ given: 'Marie-Zélie' }, { given: 'Marie Zélie' })).toBe(bits({ given: 'Zélie' }, { given: 'Zélie' }));
    const rare = { ...smallModel(), frequencies: { given: { zelie: 1e-9 } } };
    const exact = Uint8Array.from([NAMES.exact, MISSING, MISSING, MISSING, MISSING]);
    const zelie: Prepared = [names('zelie'), null, null, null, null];
    expect(compileScorer(plan, rare)(zelie, zelie, exact)).toBeCloseTo(PRIOR + 8 + LARGEST_ADJUSTMENT, 9);
  });
});
