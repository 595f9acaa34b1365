import fc from 'fast-check';
import { RECTIFIABLE_FIELDS } from '#libs/domain';
import { readGivenValue } from './given-value.reader.js';

const context = { lists: { housingType: { hotel: {}, unknown: {} }, title: { mr: {}, mrs: {} } }, today: '2026-11-20' };
const read = (field: string, given: string) => readGivenValue(RECTIFIABLE_FIELDS.get(field) ?? [], given, context);
const fault = (code: string): object => ({ fault: code });
const born = (date: string, precision: string) => ({
  ...{ birth_date: date, birth_precision: precision },
  birth_century_known: 'true',
});

test.each([
  ['usageName', '  Éloïse \u00a0 DE  la Tour \n', { usage_name: 'Éloïse DE la Tour' }],
  ['childrenCount', '3\r\n', { children_count: '3' }],
  ['headOfHousehold', 'Oui', { head_of_household: 'true' }],
  ['housingType', 'hotel', { housing_type: 'hotel' }],
  ['birthDate', '1980-03-02', born('1980-03-02', 'day')],
  ['birthDate', '02/03/1980', born('1980-03-02', 'day')],
  ['birthDate', '1980-03', born('1980-03-01', 'month')],
  ['birthDate', '1980', born('1980-01-01', 'year')],
  ['address', '7 rue Haute\n75011\nParis\n', { address_line: '7 rue Haute', postcode: '75011', town: 'Paris' }],
  ['address', '\n\nParis', { address_line: null, postcode: null, town: 'Paris' }],
])('%s is read as an import would', (field, given, values) => expect(read(field, given)).toEqual({ values }));

test.each(['', '\n', ' \r\n'])('nothing is nothing, whatever the field', (given) => {
  for (const field of RECTIFIABLE_FIELDS.keys()) expect(read(field, given)).toBeNull();
});

test.each([
  ['birthDate', '31/02/1980', 'date.invalid'],
  ['birthDate', '2026-11-21', 'date.invalid'],
  ['birthDate', '1980\n1981', 'value.invalid'],
  ['childrenCount', '100', 'number.invalid'],
  ['housingType', 'Hotel', 'code.unmapped'],
  ['housingType', 'constructor', 'code.unmapped'],
  ['headOfHousehold', 'maybe', 'value.invalid'],
  ['birthName', 'A\nB', 'value.invalid'],
  ['birthName', 'a\u0007b', 'value.invalid'],
  ['address', 'a\nb\nc\nd', 'value.invalid'],
])('%s refuses what an import would refuse', (field, given, code) => expect(read(field, given)).toEqual(fault(code)));

test('whatever is given, a value fits its column or is refused', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...RECTIFIABLE_FIELDS.keys()),
      fc.string({ unit: 'binary', maxLength: 250 }),
      (field, given) => {
        const result = read(field, given);
        if (result === null || 'fault' in result) return;
        for (const { column, max = 40, type } of RECTIFIABLE_FIELDS.get(field) ?? []) {
          const value = result.values[column] ?? null;
          if (value !== null && type === 'text') expect(value.length).toBeLessThanOrEqual(max);
        }
      },
    ),
  );
});
