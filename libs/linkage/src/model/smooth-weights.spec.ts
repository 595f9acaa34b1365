import { smallPlan } from '../compare/testing/small-plan.js';
import { fieldWeights } from './check-model.js';
import { sharesOf } from './shares.js';
import { smoothWeights } from './smooth-weights.js';

const plan = smallPlan();
const [given, , , , address] = plan.fields;
const smoothed = (field: typeof given, matches: number[], others: number[]): number[] => {
  if (field === undefined) throw new Error('the small plan has this field');
  const [m = [], u = []] = [sharesOf([matches], 1e-4)[0], sharesOf([others], 1e-6)[0]];
  return fieldWeights(smoothWeights(field, { m, u }, matches, others));
};

describe('weights with the marks of chance taken out', () => {
  it('a level that nobody showed weighs halfway between its neighbours', () => {
    const [exact = 0, close = 0, , partial = 0] = smoothed(address, [900, 0, 50, 50], [100, 0, 900, 99_000]);
    const weights = smoothed(address, [900, 0, 50, 50], [100, 0, 900, 99_000]);
    expect(close).toBeCloseTo((exact + (weights[2] ?? 0)) / 2, 3);
    expect(partial).toBeLessThan(0);
  });

  it('an exchange of names weighs no more than the names themselves', () => {
    const weights = smoothed(given, [900, 300, 50, 10, 10, 25, 20], [1000, 900, 900, 800, 500, 1, 90_000]);
    expect(weights[5]).toBeCloseTo(weights[0] ?? 0, 9);
  });

  it('of two levels in the wrong order, the one that few pairs show gives way', () => {
    const [, shorter, close] = smoothed(given, [900, 0, 50, 10, 10, 5, 20], [1000, 130, 300, 800, 500, 40, 90_000]);
    expect(close).toBeGreaterThan(3);
    expect(shorter).toBeCloseTo(close ?? 0, 9);
    const [, solid, few] = smoothed(given, [900, 300, 6, 10, 10, 5, 20], [1000, 900, 1, 800, 500, 40, 90_000]);
    expect(solid).toBeGreaterThan(4);
    expect(few).toBeCloseTo(solid ?? 0, 9);
  });

  it('leaves alone what is no chance, for the guard to refuse', () => {
    const weights = smoothed(address, [500, 400, 50, 50], [5000, 100, 900, 94_000]);
    expect(weights[1]).toBeGreaterThan((weights[0] ?? 0) + 1);
  });
});
