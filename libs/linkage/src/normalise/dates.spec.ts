import type { DateField } from '../plan/linkage-plan.js';
import { readDate } from './dates.js';

const field = (more: Partial<DateField> = {}): DateField => ({
  name: 'birth',
  kind: 'date',
  from: ['date'],
  formats: ['YYYY-MM-DD'],
  precision: 'precision',
  centuryKnown: 'century',
  firstOfJanuary: 'day',
  ...more,
});
const date = (year: number, month: number, day: number, centuryKnown = true) => ({
  ...{ kind: 'date', year, month, day, centuryKnown },
});

describe('readDate', () => {
  test.each([
    ['day', date(1980, 5, 12)],
    ['month', date(1980, 5, 0)],
    ['year', date(1980, 0, 0)],
  ])('takes back what a precision of %s does not know', (precision, expected) => {
    expect(readDate(field(), { date: '1980-05-12', precision, century: 'true' })).toEqual(expected);
  });

  test('a two-digit year of the source leaves the century open', () => {
    expect(readDate(field(), { date: '1980-05-12', century: 'false' })).toEqual(date(1980, 5, 12, false));
  });

  test('1 January is a day or a year, as the plan says', () => {
    const values = { date: '1980-01-01', precision: 'day' };
    expect(readDate(field(), values)).toEqual(date(1980, 1, 1));
    expect(readDate(field({ firstOfJanuary: 'yearOnly' }), values)).toEqual(date(1980, 0, 0));
  });

  test.each([
    ['YYYYMMDD', '19800512', date(1980, 5, 12)],
    ['DD/MM/YYYY', '12/05/1980', date(1980, 5, 12)],
    ['MM/DD/YYYY', '05/12/1980', date(1980, 5, 12)],
    ['DD/MM/YY', '12/05/80', date(1980, 5, 12, false)],
    ['YYMMDD', '000512', date(1900, 5, 12, false)],
    ['YYYY-MM', '1980-05', date(1980, 5, 0)],
    ['YYYY', '1980', date(1980, 0, 0)],
    // A slip of the finger is evidence too: 2 November 1905, its month and day typed the wrong way.
    ['YYYYMMDD', '19054502', date(1905, 45, 2)],
    ['YYYYMMDD', '19160017', date(1916, 0, 0)],
  ] as const)('reads %s: %s', (format, raw, expected) => {
    expect(readDate(field({ formats: [format] }), { date: raw })).toEqual(expected);
  });

  test('the first shape that fits counts', () => {
    const formats = ['YYYY-MM-DD', 'DD/MM/YYYY'] as const;
    expect(readDate(field({ formats }), { date: ' 12/05/1980 ' })).toEqual(date(1980, 5, 12));
  });

  test.each([null, '', ' ', '12.05.1980', '1980-5-12', '0000-05-12', '19x0-05-12'])('knows nothing from %j', (raw) => {
    expect(readDate(field(), { date: raw })).toBeNull();
  });
});
