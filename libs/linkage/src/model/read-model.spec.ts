import { smallPlan } from '../compare/testing/small-plan.js';
import type { LinkageModel } from './linkage-model.js';
import { ModelRefused } from './model-refused.js';
import { readModel } from './read-model.js';
import { smallModel } from './testing/small-model.js';

const plan = smallPlan();
const read = (document: unknown): { reason: string; args: object } | LinkageModel => {
  try {
    return readModel(plan, document);
  } catch (error) {
    if (error instanceof ModelRefused) return { reason: error.reason, args: error.args };
    throw error;
  }
};
const withShares = (field: string, m: number[], u: number[]): LinkageModel => ({
  ...smallModel(),
  fields: { ...smallModel().fields, [field]: { m, u } },
});

describe('a model from a file', () => {
  it('comes back as it was written', () => {
    expect(read(JSON.parse(JSON.stringify(smallModel())))).toEqual(smallModel());
  });

  it.each([
    ['no object', [], '(root)'],
    ['no prior', { ...smallModel(), prior: null }, 'prior'],
    ['a prior that is no number', { ...smallModel(), prior: Number.NaN }, 'prior'],
    ['no fields', { ...smallModel(), fields: {} }, 'fields.given'],
    ['a level too few', withShares('sex', [1], [0.5]), 'fields.sex'],
    ['a share of nothing', withShares('sex', [0.99, 0.01], [0.5, 0]), 'fields.sex'],
    ['a share above one', withShares('sex', [1.2, 0.01], [0.5, 0.5]), 'fields.sex'],
    ['text in place of shares', withShares('sex', 'x' as never, [0.5, 0.5]), 'fields.sex.m'],
  ])('is refused with its place: %s', (_, document, place) => {
    expect(read(document)).toEqual({ reason: 'malformed', args: { place } });
  });

  it('never tells a name by its place', () => {
    const frequencies = { ...smallModel().frequencies, given: { marie: 2 } };
    expect(read({ ...smallModel(), frequencies })).toEqual({
      reason: 'malformed',
      args: { place: 'frequencies.given' },
    });
  });

  it('is refused for another linkage', () => {
    expect(read({ ...smallModel(), linkageVersion: 2 })).toMatchObject({ reason: 'other-plan' });
  });

  it('is refused where a worse level weighs more, and where agreement speaks against a match', () => {
    expect(read(withShares('address', [0.2, 0.4, 0.1, 0.3], [0.002, 0.001, 0.007, 0.99]))).toEqual({
      reason: 'not-monotone',
      args: { field: 'address', better: 'exact', worse: 'close' },
    });
    expect(read(withShares('sex', [0.4, 0.1], [0.6, 0.4]))).toMatchObject({ reason: 'not-telling' });
  });

  it('lets a year that is all one knows weigh more than two parts of three', () => {
    expect(read(withShares('birth', [0.9, 0.04, 0.02, 0.02, 0.02], [0.00004, 0.002, 0.01, 0.001, 0.98]))).toMatchObject(
      { version: 3 },
    );
  });
});
