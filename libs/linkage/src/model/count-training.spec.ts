import { smallPlan } from '../compare/testing/small-plan.js';
import { prepare } from '../prepare/prepare.js';
import { countTraining, type TrainingRecord } from './count-training.js';

const plan = smallPlan();
const record = (source: string, given: string, birthName: string, birth: string): TrainingRecord => ({
  source,
  prepared: prepare(plan, { given, birthName, birth }),
});
const RECORDS = [
  record('coordin', 'Anna', 'Dupont', '1975-03-12'),
  record('tipi', 'Anna', 'Dupont', '1975-03-12'),
  record('tipi', 'Anna', 'Dupond', '1975-12-03'),
  record('4d', 'Paul', 'Leroy', '1975-03-12'),
];

describe('counting for a training', () => {
  it('counts a pair under every key that it shares, and once as a candidate', () => {
    const { byKey, candidates } = countTraining(plan, RECORDS, { randomPairs: 10 });
    const pairsOf = byKey.map(({ fields, counts }) => [fields.join('+'), counts.pairs]);
    // The plan's keys, then each date, then all names together.
    expect(pairsOf).toEqual([
      ['2', 3],
      ['0+1', 2],
      ['2', 3],
      ['0+1', 1],
    ]);
    expect(candidates.pairs).toBe(4);
  });

  it('leaves out pairs of one source and blocks that are too large', () => {
    const { candidates } = countTraining({ ...plan, largestBlock: 2 }, RECORDS, { randomPairs: 10 });
    expect(candidates.pairs).toBe(0);
    expect(countTraining(plan, RECORDS, { randomPairs: 0 }).possiblePairs).toBe(5);
  });

  it('takes the same random pairs for the same seed', () => {
    const count = (seed: number) => countTraining(plan, RECORDS, { randomPairs: 12, seed }).random.patterns();
    expect(count(5)).toEqual(count(5));
    expect(countTraining(plan, RECORDS.slice(0, 1)).random.pairs).toBe(0);
  });

  it('names only names that many bear', () => {
    const many = Array.from({ length: 25 }, (_, n) => record(`s${n}`, 'Anna', n < 3 ? 'Rare' : 'Dupont', '1975-03-12'));
    const { frequencies } = countTraining(plan, many, { randomPairs: 1 });
    expect(frequencies).toEqual({ given: { anna: 1 }, surname: { dupont: 22 / 25 } });
  });
});
