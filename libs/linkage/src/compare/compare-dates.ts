import type { DateValue } from '../prepare/prepared.js';
import { DATE } from './levels.js';

/**
 * The level at which two dates agree. Symmetric. Years agree modulo 100 where one side does not know the century.
 * A date without its day or its month is compared by what both sides know: the year alone is `yearOnly`, year and month
 * are `twoParts`, and any difference in what both know is a conflict.
 */
export function compareDates(a: DateValue, b: DateValue): number {
  const centuries = a.centuryKnown && b.centuryKnown;
  const years = centuries ? a.year === b.year : a.year % 100 === b.year % 100;
  if (a.month === 0 || b.month === 0) return years ? DATE.yearOnly : DATE.conflict;
  const months = a.month === b.month;
  if (a.day === 0 || b.day === 0) return years && months ? DATE.twoParts : DATE.conflict;
  const days = a.day === b.day;
  if (years && months && days) return DATE.exact;
  if (years && a.day === b.month && a.month === b.day) return DATE.near;
  if (years && months) return isDigitTypo(a.day, b.day, 2) ? DATE.near : DATE.twoParts;
  if (years && days) return isDigitTypo(a.month, b.month, 2) ? DATE.near : DATE.twoParts;
  if (months && days) return isDigitTypo(a.year, b.year, centuries ? 4 : 2) ? DATE.near : DATE.twoParts;
  return DATE.conflict;
}

/** One digit of the last so many differs, or two neighbours are exchanged. */
function isDigitTypo(a: number, b: number, digits: number): boolean {
  let differing = 0;
  let exchanged = false;
  let lastA = -1;
  let lastB = -1;
  for (let n = 0; n < digits; n++) {
    const digitA = a % 10;
    const digitB = b % 10;
    if (digitA !== digitB) {
      differing++;
      exchanged ||= digitA === lastB && digitB === lastA;
    }
    lastA = digitA;
    lastB = digitB;
    a = (a - digitA) / 10;
    b = (b - digitB) / 10;
  }
  return differing === 1 || (differing === 2 && exchanged);
}
