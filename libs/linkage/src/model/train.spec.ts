import { smallPlan } from '../compare/testing/small-plan.js';
import type { LinkageModel } from './linkage-model.js';
import { ModelRefused } from './model-refused.js';
import { drawCounts, type World } from './testing/drawn-counts.js';
import { train } from './train.js';

const plan = smallPlan();
/** By position of the plan's fields: given, surname, birth, sex, address. */
const WORLD: World = {
  m: [
    [0.8, 0.06, 0.08, 0.02, 0.01, 0.01, 0.02],
    [0.8, 0.04, 0.09, 0.02, 0.01, 0.01, 0.03],
    [0.9, 0.04, 0.02, 0.02, 0.02],
    [0.985, 0.015],
    [0.7, 0.1, 0.05, 0.15],
  ],
  u: [
    [0.01, 0.006, 0.012, 0.008, 0.004, 0.0005, 0.9595],
    [0.005, 0.002, 0.006, 0.008, 0.003, 0.0005, 0.9755],
    [0.001, 0.004, 0.01, 0.004, 0.981],
    [0.52, 0.48],
    [0.001, 0.002, 0.01, 0.987],
  ],
  share: 0.3,
  keys: [[2], [0, 1]],
  pairs: 10_000,
};
const NAMES_OF = plan.fields.map((field) => field.name);

const COUNTS = drawCounts(plan, WORLD);

const refusal = (world: World): string | undefined => {
  try {
    train(plan, 1, drawCounts(plan, world));
  } catch (error) {
    if (error instanceof ModelRefused) return error.reason;
    throw error;
  }
  return undefined;
};

/** Weights that the model and the world give to the levels that are seen often enough to be estimated. */
function weightErrors(model: LinkageModel, world: World): number[] {
  return NAMES_OF.flatMap((name, field) =>
    (world.m[field] ?? []).flatMap((m, level) => {
      const u = world.u[field]?.[level] ?? 1;
      if (m < 0.015 || u < 0.002) return [];
      const shares = model.fields[name];
      return [Math.abs(Math.log2((shares?.m[level] ?? 0) / (shares?.u[level] ?? 1)) - Math.log2(m / u))];
    }),
  );
}

describe('a training', () => {
  it('finds the shares of a world that it does not know', () => {
    const model = train(plan, 4, COUNTS);
    for (const [field, name] of NAMES_OF.entries()) {
      for (const [level, m] of (WORLD.m[field] ?? []).entries()) {
        expect(Math.abs((model.fields[name]?.m[level] ?? 0) - m)).toBeLessThan(0.02);
        expect(Math.abs((model.fields[name]?.u[level] ?? 0) - (WORLD.u[field]?.[level] ?? 0))).toBeLessThan(0.005);
      }
    }
    expect(Math.max(...weightErrors(model, WORLD))).toBeLessThan(0.6);
    expect(model).toMatchObject({ version: 4, linkage: 'small', linkageVersion: 1 });
    expect(model.trainedOn.keysUsed).toEqual(['birth', 'given+surname']);
  });

  it('finds them where a third of the fields are missing', () => {
    const model = train(plan, 1, drawCounts(plan, { ...WORLD, missing: 0.33 }));
    expect(Math.max(...weightErrors(model, WORLD))).toBeLessThan(0.9);
  });

  it('gives the same model for the same counts', () => {
    expect(train(plan, 1, drawCounts(plan, WORLD))).toEqual(train(plan, 1, COUNTS));
  });

  it('expects as many matches as there are, and a prior that fits them', () => {
    const { trainedOn, prior } = train(plan, 1, COUNTS);
    const matches = WORLD.keys.length * WORLD.pairs * WORLD.share;
    expect(Math.abs(trainedOn.expectedMatches / matches - 1)).toBeLessThan(0.1);
    expect(Math.abs(prior - Math.log2(matches / 50_000_000))).toBeLessThan(0.3);
  });

  it('lets a field that nobody fills weigh nothing', () => {
    const unseen = (table: World['m']): World['m'] => table.map((levels, at) => (at === 3 ? [0.5, 0.5] : levels));
    const model = train(plan, 1, drawCounts(plan, { ...WORLD, m: unseen(WORLD.m), u: unseen(WORLD.u) }));
    expect(Math.abs(Math.log2((model.fields.sex?.m[0] ?? 0) / (model.fields.sex?.u[0] ?? 1)))).toBeLessThan(0.2);
  });

  it('refuses weights that are not monotone', () => {
    const m = WORLD.m.map((levels, at) => (at === 4 ? [0.05, 0.1, 0.8, 0.05] : levels));
    const u = WORLD.u.map((levels, at) => (at === 4 ? [0.1, 0.1, 0.1, 0.7] : levels));
    expect(refusal({ ...WORLD, m, u })).toBe('not-monotone');
  });

  it('refuses a world without matches, and a field that every key fixes', () => {
    expect(refusal({ ...WORLD, share: 0 })).toBe('no-matches');
    expect(refusal({ ...WORLD, keys: [[2], [2, 3]] })).toBe('field-always-blocked');
  });
});
