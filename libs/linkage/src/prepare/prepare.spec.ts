import * as fc from 'fast-check';
import { compilePlan } from '../plan/compile-plan.js';
import { pack, unpack } from './pack.js';
import { prepare } from './prepare.js';

const plan = compilePlan({
  linkage: 'test',
  version: 1,
  fields: {
    given: { kind: 'names', from: ['given'], language: 'fr' },
    surname: { kind: 'names', from: ['birthName', 'usageName'], language: 'fr' },
    other: { kind: 'names', from: ['other'] },
    birth: {
      ...{ kind: 'date', from: ['birth'], formats: ['YYYY-MM-DD', 'DD/MM/YY'] },
      ...{ precision: 'precision', centuryKnown: 'century' },
    },
    address: { kind: 'text', from: ['line', 'postcode', 'town'], language: 'fr' },
    sex: { kind: 'code', from: ['sex', 'title'], unknown: ['unknown'], aliases: { mr: 'man', Mrs: 'woman' } },
  },
  blocking: [['birth.full']],
  largestBlock: 100,
  families: { name: ['given', 'surname'] },
  decide: { automatic: { probability: 0.99, margin: 6, families: 1 }, review: { from: -3, vetoedFrom: 10 } },
});

describe('prepare', () => {
  test('normalises each field by its kind, and knows nothing of what is missing', () => {
    const [given, surname, other, birth, address, sex] = prepare(plan, {
      ...{ given: 'Aïcha-Marie', birthName: 'Le Goff', usageName: 'TRAORÉ', other: '' },
      ...{ line: '12 r. de la Paix', postcode: '75 002', town: 'PARIS', title: 'mrs', sex: 'unknown' },
    });
    expect(given).toMatchObject({ wholes: ['aicha marie'], parts: ['aicha', 'marie'] });
    expect(surname).toMatchObject({ wholes: ['legoff', 'traore'], parts: ['legoff', 'traore'] });
    expect(surname).toHaveProperty('phonetic.length', 2);
    expect([other, birth]).toEqual([null, null]);
    expect(address).toMatchObject({ text: '12 rue paix 75002 paris', tokens: ['12', '75002', 'paix', 'paris', 'rue'] });
    expect(sex).toEqual({ kind: 'code', code: 'woman' });
  });

  test.each([
    ['the surname', { given: 'SAGUEGAUD', birthName: 'Saguégaud' }, null],
    ['the name in use', { given: 'Traoré', birthName: 'DIALLO', usageName: 'TRAORE' }, null],
    ['a half of a double name', { given: 'Kaya', birthName: 'Roussel-Kaya' }, null],
    ['both halves', { given: 'Kaya Roussel', birthName: 'Roussel-Kaya' }, null],
    ['more than the surname', { given: 'Martin Luc', birthName: 'MARTIN' }, ['martin luc']],
    ['a given name beside no surname', { given: 'Martin' }, ['martin']],
  ])('a given name that repeats %s is missing', (_story, values, wholes) => {
    const [given] = prepare({ ...plan, swaps: [[0, 1]] }, values);
    expect(given?.kind === 'names' ? given.wholes : null).toEqual(wholes);
  });

  test('one name written twice is one name', () => {
    const [, surname] = prepare(plan, { birthName: 'TRAORE', usageName: 'Traoré' });
    expect(surname).toMatchObject({ wholes: ['traore'], parts: ['traore'] });
  });
});

const COLUMNS = ['given', 'birthName', 'usageName', 'other', 'line', 'postcode', 'town', 'sex', 'title'];
const anything = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', 'É', ' ', '|', ';', '~', '\t', '\n', '?', '1', 'de ', "d'", '(') }),
);
const record = fc.record({
  ...Object.fromEntries(COLUMNS.map((column) => [column, anything])),
  birth: fc.constantFrom(null, '1980-05-12', '12/05/80', '0080-01-01', '1980-99-99', 'x'),
  precision: fc.constantFrom('day', 'month', 'year', null),
  century: fc.constantFrom('true', 'false', null),
});

describe('pack', () => {
  test('is one short line that reads like the record', () => {
    const values = { given: 'Aïcha', birthName: 'Le Goff', usageName: 'Traoré', birth: '12/05/80', sex: 'man' };
    expect(pack(prepare(plan, values))).toBe('aicha|legoff;traore||19800512~||man');
  });

  test('comes back as it was, whatever the record held, in one line', () => {
    fc.assert(
      fc.property(record, (values) => {
        const prepared = prepare(plan, values);
        const packed = pack(prepared);
        expect(packed).not.toMatch(/[\t\n\r\\]/);
        expect(unpack(plan, packed)).toEqual(prepared);
      }),
      { numRuns: 500 },
    );
  });
});
