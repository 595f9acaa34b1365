import { compileComparer } from '../compare/compile-comparer.js';
import { smallPlan } from '../compare/testing/small-plan.js';
import { compileScorer } from '../model/compile-scorer.js';
import { smallModel } from '../model/testing/small-model.js';
import { prepare } from '../prepare/prepare.js';
import { explainEdge, type EdgeExplanation } from './explain-edge.js';

const plan = smallPlan();
const model = smallModel();
const a = prepare(plan, { given: 'Jean', birthName: 'Dupont', birth: '1975-03-12', sex: 'm' });
const b = prepare(plan, { given: 'Jean', birthName: 'Dupond', birth: '1975-12-03', address: '3 rue Haute' });
const levels = new Uint8Array(plan.fields.length);
compileComparer(plan)(a, b, levels);
const bits = compileScorer(plan, model)(a, b, levels);

const sum = ({ prior, contributions, namesBits }: EdgeExplanation): number =>
  contributions.reduce((total, one) => total + one.bits + one.frequencyBits, prior + namesBits);

describe('an explanation', () => {
  it('names the level of each field and adds up to the bits of the edge', () => {
    const explained = explainEdge(plan, model, levels, bits, a, b);
    expect(explained.contributions.map(({ field, level }) => [field, level])).toEqual([
      ['given', 'exact'],
      ['surname', 'close'],
      ['birth', 'near'],
      ['sex', null],
      ['address', null],
    ]);
    expect(explained.contributions[0]).toMatchObject({ bits: 8, frequencyBits: -2 });
    expect(sum(explained)).toBeCloseTo(bits, 9);
    expect(explained.namesBits).toBeCloseTo(0, 9);
    expect(explained.probability).toBeCloseTo(1 / (1 + 2 ** -bits), 12);
  });

  it('adds up without the records, telling what names add in one sum', () => {
    const explained = explainEdge(plan, model, levels, bits);
    expect(explained.namesBits).toBeCloseTo(-2, 9);
    expect(sum(explained)).toBeCloseTo(bits, 9);
  });

  it('holds no value of a field', () => {
    const told = JSON.stringify(explainEdge(plan, model, levels, bits, a, b)).toLowerCase();
    for (const value of ['jean', 'dupon', '1975', 'haute']) expect(told).not.toContain(value);
  });
});
