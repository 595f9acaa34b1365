import fc from 'fast-check';
import { formatBytes, formatDecimal, formatInteger, formatPercent, formatRate } from './numbers.js';

const nbsp = '\u00a0';

test.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [1234567, '1,234,567', `1${nbsp}234${nbsp}567`],
  [-1234, '-1,234', `-1${nbsp}234`],
  [-0.2, '0', '0'],
  [Number.NaN, '–', '–'],
  [Number.POSITIVE_INFINITY, '–', '–'],
])('the whole number %d', (value, en, fr) => {
  expect(formatInteger(value, 'en')).toBe(en);
  expect(formatInteger(value, 'fr')).toBe(fr);
});

test('decimals', () => {
  expect(formatDecimal(1234.5, 2, 'en')).toBe('1,234.50');
  expect(formatDecimal(1234.5, 2, 'fr')).toBe(`1${nbsp}234,50`);
});

test('a share is the whole only when nothing is left', () => {
  expect(formatPercent(0.999999, 'en')).toBe('99%');
  expect(formatPercent(1, 'fr')).toBe(`100${nbsp}%`);
});

test('rates show a decimal only where it matters', () => {
  expect(formatRate(41200.4, 'en')).toBe('41,200/s');
  expect(formatRate(41200.4, 'fr')).toBe(`41${nbsp}200/s`);
  expect(formatRate(0.44, 'fr')).toBe('0,4/s');
  expect(formatRate(0, 'en')).toBe('0/s');
});

test.each([
  [0, `0${nbsp}B`, `0${nbsp}o`],
  [999, `999${nbsp}B`, `999${nbsp}o`],
  [1000, `1.0${nbsp}kB`, `1,0${nbsp}ko`],
  [999_949, `999.9${nbsp}kB`, `999,9${nbsp}ko`],
  [999_950, `1.0${nbsp}MB`, `1,0${nbsp}Mo`],
  [1_500_000_000, `1.5${nbsp}GB`, `1,5${nbsp}Go`],
  [2e18, `2,000,000.0${nbsp}TB`, `2${nbsp}000${nbsp}000,0${nbsp}To`],
])('%d bytes', (value, en, fr) => {
  expect(formatBytes(value, 'en')).toBe(en);
  expect(formatBytes(value, 'fr')).toBe(fr);
});

test('grouping agrees with the locale data of English', () => {
  fc.assert(
    fc.property(fc.integer(), (value) => {
      expect(formatInteger(value, 'en')).toBe(value.toLocaleString('en-US'));
    }),
  );
});
