import { compilePlan } from './compile-plan.js';
import type { LinkageDocument } from './linkage-document.js';
import { LinkageFault } from './linkage-fault.js';

const DOCUMENT: LinkageDocument = {
  linkage: 'test',
  version: 3,
  fields: {
    given: { kind: 'names', from: ['given_name'] },
    surname: { kind: 'names', from: ['surname'], language: 'fr' },
    birth: { kind: 'date', from: ['date_of_birth'], formats: ['YYYYMMDD'] },
    sex: { kind: 'code', from: ['sex', 'title'], unknown: ['Not known'], aliases: { 'M.': 'Man' } },
  },
  swaps: [['given', 'surname']],
  blocking: [['birth.full', 'given/surname.initial'], ['sex.exact']],
  largestBlock: 50,
  families: { name: ['given', 'surname'], birth: ['birth'] },
  decide: {
    automatic: { probability: 0.99, margin: 6, families: 2, require: { given: ['exact', 'close'] } },
    review: { from: -3, vetoedFrom: 10 },
    veto: { birth: ['conflict'] },
  },
};

describe('compilePlan', () => {
  const plan = compilePlan(DOCUMENT);

  test('turns names of fields into positions and names of levels into indexes', () => {
    expect(plan).toMatchObject({ name: 'test', version: 3, largestBlock: 50, swaps: [[0, 1]] });
    expect(plan.blocking).toEqual([
      {
        parts: [
          { fields: [2], part: 'full' },
          { fields: [0, 1], part: 'initial' },
        ],
      },
      { parts: [{ fields: [3], part: 'exact' }] },
    ]);
    expect(plan.families).toEqual([
      { name: 'name', fields: [0, 1] },
      { name: 'birth', fields: [2] },
    ]);
    expect(plan.decide.automatic.require).toEqual([{ field: 0, levels: [0, 2] }]);
    expect(plan.decide.veto).toEqual([{ field: 2, levels: [4] }]);
  });

  test('spells out what the document leaves open', () => {
    expect(plan.fields).toEqual([
      { name: 'given', kind: 'names', from: ['given_name'], language: 'none' },
      { name: 'surname', kind: 'names', from: ['surname'], language: 'fr' },
      {
        ...{ name: 'birth', kind: 'date', from: ['date_of_birth'], formats: ['YYYYMMDD'] },
        ...{ precision: null, centuryKnown: null, firstOfJanuary: 'day' },
      },
      {
        ...{ name: 'sex', kind: 'code', from: ['sex', 'title'] },
        ...{ unknown: ['notknown'], aliases: new Map([['m', 'man']]) },
      },
    ]);
  });

  const { decide } = DOCUMENT;
  const automatic = decide.automatic;
  test.each<[string, Partial<LinkageDocument>, string, string]>([
    ['a family of an unknown field', { families: { name: ['nom'] } }, 'linkage.unknown-field', 'families.name.0'],
    ['a key of an unknown field', { blocking: [['nom.exact']] }, 'linkage.unknown-field', 'blocking.0.0'],
    ['a key without a part', { blocking: [['sex.exact'], ['given']] }, 'linkage.unknown-field', 'blocking.1.0'],
    ['a part of another kind', { blocking: [['given/birth.initial']] }, 'linkage.unknown-part', 'blocking.0.0'],
    ['a swap of a date', { swaps: [['given', 'birth']] }, 'linkage.swap-of-names', 'swaps.0.1'],
    ['a swap with itself', { swaps: [['given', 'given']] }, 'linkage.swap-of-names', 'swaps.0'],
    [
      'a field in two families',
      { families: { name: ['given'], other: ['given'] } },
      'linkage.two-families',
      'families.other.0',
    ],
    [
      'more families than there are',
      { decide: { ...decide, automatic: { ...automatic, families: 3 } } },
      'linkage.too-few-families',
      'decide.automatic.families',
    ],
    [
      'a level of another kind',
      { decide: { ...decide, veto: { sex: ['same', 'conflict'] } } },
      'linkage.unknown-level',
      'decide.veto.sex.1',
    ],
    [
      'a requirement of an unknown field',
      { decide: { ...decide, automatic: { ...automatic, require: { nom: ['exact'] } } } },
      'linkage.unknown-field',
      'decide.automatic.require.nom',
    ],
  ])('refuses %s, and says where', (_story, change, key, at) => {
    const compile = () => compilePlan({ ...DOCUMENT, ...change });
    expect(compile).toThrow(LinkageFault);
    expect(compile).toThrow(`${key} at ${at}`);
  });
});
