import { formatClock, formatDuration } from './durations.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

test.each([
  [0, '0:00'],
  [1, '0:01'],
  [21 * SECOND, '0:21'],
  [12 * MINUTE + 5 * SECOND, '12:05'],
  [HOUR + 2 * MINUTE + 3 * SECOND, '1:02:03'],
  [59 * MINUTE + 59.5 * SECOND, '1:00:00'],
  [-5, '0:00'],
  [Number.POSITIVE_INFINITY, '–:––'],
])('%d ms on the clock', (milliseconds, clock) => {
  expect(formatClock(milliseconds)).toBe(clock);
});

test.each([
  [0, '0 ms', '0 ms'],
  [850.4, '850 ms', '850 ms'],
  [4_210, '4.2 s', '4,2 s'],
  [9_960, '10 s', '10 s'],
  [59_600, '1 min 00 s', '1 min 00 s'],
  [3 * MINUTE + 5 * SECOND, '3 min 05 s', '3 min 05 s'],
  [2 * HOUR + 7 * MINUTE, '2 h 07 min', '2 h 07 min'],
  [28 * HOUR, '1 d 04 h', '1 j 04 h'],
  [Number.NaN, '–', '–'],
])('%d ms in words', (milliseconds, en, fr) => {
  expect(formatDuration(milliseconds, 'en')).toBe(en.replaceAll(' ', '\u00a0'));
  expect(formatDuration(milliseconds, 'fr')).toBe(fr.replaceAll(' ', '\u00a0'));
});
