import { dayWords, endOfPeriod, parisMinute } from './calendar-words.js';

test.each([
  ['2026-03-01', 'fr', '1er mars 2026'],
  ['2026-03-01', 'en', '1 March 2026'],
  ['1987-12-31 08:15', 'fr', '31 décembre 1987'],
  ['2026-13-01', 'fr', '2026-13-01'],
  ['mars', 'en', 'mars'],
] as const)('%s reads in %s as %s', (day, lang, words) => {
  expect(dayWords(day, lang)).toBe(words);
});

// As `SELECT date + interval` answers.
test.each([
  ['2026-01-31', '1 months', '2026-02-28'],
  ['2024-02-29', '24 months', '2026-02-28'],
  ['2024-02-29', '10 years', '2034-02-28'],
  ['2026-11-22', '24 months', '2028-11-22'],
  ['2026-12-31', '90 days', '2027-03-31'],
  ['2026-01-01', '0 days', '2026-01-01'],
])('%s and %s is %s', (day, period, end) => {
  expect(endOfPeriod(day, period)).toBe(end);
});

test.each([
  ['2026', '1 months'],
  ['2026-01-01', 'a while'],
])('no end without a day and a period: %s, %s', (day, period) => {
  expect(() => endOfPeriod(day, period)).toThrow(RangeError);
});

test.each([
  ['2026-07-01T22:30:00.123456Z', '2026-07-02 00:30'],
  ['2026-12-31T22:59:59.000000Z', '2026-12-31 23:59'],
])('%s is %s in Paris', (at, minute) => {
  expect(parisMinute(at)).toBe(minute);
});
