import * as fc from 'fast-check';
import type { ColumnSpec } from '#libs/domain';
import { columnsOfField } from '../policy/field-columns.js';
import type { Generalisation } from '../policy/policy-documents.js';
import { generalise } from './generalise.js';
import { type ShowOptions, showValues } from './show-values.js';

const options: ShowOptions = { generalise: null, pseudonym: (value) => `#${value.length}`, hides: () => false };
const BIRTH = columnsOfField('person', 'birthDate');
const REFERRAL = columnsOfField('professionalAct', 'referralTarget');

test.each<[Generalisation, string | number, string | null]>([
  ['year', '1984-07-31', '1984'],
  ['month', '2026-11-22', '2026-11'],
  ['year', '31/07/1984', null],
  ['arrondissement', '75019', '75019'],
  ['arrondissement', '75116', '75016'],
  ['arrondissement', '69003', '69003'],
  ['arrondissement', '93200', '93'],
  ['arrondissement', '12 rue X', null],
  ['department', '97411', '974'],
  ['department', '20200', '20'],
  ['band', 0, '0'],
  ['band', 2, '1-2'],
  ['band', 5, '5+'],
  ['band', -1, null],
])('%s of %p is %p', (how, value, expected) => expect(generalise(how, value)).toBe(expected));

test('amounts have bands of their own', () => {
  expect(generalise('band', 12_345, 'cents')).toBe('10001-30000');
  expect(generalise('band', '300001', 'cents')).toBe('300001+');
});

test('a generalised date keeps neither the day nor what goes with it', () => {
  const values = ['1984-07-31', 'day', true];
  expect(showValues('generalised', BIRTH, values, { ...options, generalise: 'year' })).toEqual({
    precision: 'generalised',
    values: ['1984', null, null],
  });
});

test('presence says whether, and nothing else', () => {
  expect(showValues('presence', BIRTH, ['1984-07-31', null, null], options)).toEqual({
    precision: 'presence',
    present: true,
  });
  expect(showValues('presence', BIRTH, [null, null, null], options)).toEqual({ precision: 'presence', present: false });
});

test('a sensitive code reads as if nobody had written it, at every precision', () => {
  const hides = (list: string, code: string): boolean => list === 'referralTarget' && code === 'health';
  for (const precision of ['full', 'pseudonym', 'presence', 'generalised', 'none'] as const) {
    const sensitive = showValues(precision, REFERRAL, ['health'], { ...options, hides });
    expect(sensitive).toEqual(showValues(precision, REFERRAL, [null], { ...options, hides }));
  }
  expect(showValues('full', REFERRAL, ['housing'], { ...options, hides })).toEqual({
    precision: 'full',
    values: ['housing'],
  });
});

test('two values that generalise alike cannot be told apart, whatever is stored', () => {
  const text: ColumnSpec[] = [{ column: 'postcode', field: 'postcode', type: 'text' }];
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom<Generalisation>('year', 'month', 'arrondissement', 'department', 'band'),
      (value, how) => {
        const shown = showValues('generalised', text, [value], { ...options, generalise: how });
        // An odd value never comes through whole: what is shown is a postcode of five digits or less than one.
        expect(JSON.stringify(shown)).toMatch(/^\{"precision":"generalised","values":\[(null|"\d{2,5}")\]\}$/);
      },
    ),
    { numRuns: 2_000 },
  );
});
