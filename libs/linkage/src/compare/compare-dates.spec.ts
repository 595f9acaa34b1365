import fc from 'fast-check';
import { LEVELS } from '../plan/linkage-plan.js';
import { compareDates } from './compare-dates.js';
import { date } from './testing/small-plan.js';

describe('dates agree', () => {
  it.each([
    ['the same day', '1975-03-12', '1975-03-12', 'exact'],
    ['one digit of the year', '1975-03-12', '1965-03-12', 'near'],
    ['two digits of the year exchanged', '1957-03-12', '1975-03-12', 'near'],
    ['one digit of the month', '1975-01-12', '1975-11-12', 'near'],
    ['one digit of the day', '1975-03-12', '1975-03-22', 'near'],
    ['day and month exchanged', '1975-03-12', '1975-12-03', 'near'],
    ['year and month', '1975-03-12', '1975-03-31', 'twoParts'],
    ['day and year', '1975-03-12', '1975-10-12', 'twoParts'],
    ['day and month', '1975-03-12', '1998-03-12', 'twoParts'],
    ['year and month, no day', '1975-03-00', '1975-03-31', 'twoParts'],
    ['the year, no more', '1975-00-00', '1975-03-31', 'yearOnly'],
    ['the year on both sides, no more', '1975-00-00', '1975-00-00', 'yearOnly'],
    ['another year, no more', '1976-00-00', '1975-03-31', 'conflict'],
    ['another month, no day', '1975-04-00', '1975-03-31', 'conflict'],
    ['the year alone of two whole dates', '1975-03-12', '1975-04-25', 'conflict'],
    ['day and month exchanged in another year', '1975-03-12', '1976-12-03', 'conflict'],
    ['father and son', '1950-03-12', '1975-06-30', 'conflict'],
    ['a hundred years apart', '1925-03-12', '2025-03-12', 'twoParts'],
  ])('%s', (_, a, b, level) => {
    expect(LEVELS.date[compareDates(date(a), date(b))]).toBe(level);
    expect(LEVELS.date[compareDates(date(b), date(a))]).toBe(level);
  });

  it.each([
    ['1925-03-12', '2025-03-12', 'exact'],
    ['1925-03-12', '2026-03-12', 'near'],
    ['1925-00-00', '2025-04-01', 'yearOnly'],
    ['1925-03-12', '2057-03-12', 'twoParts'],
  ])('modulo 100 where the century is open: %s, %s', (a, b, level) => {
    expect(LEVELS.date[compareDates(date(a), date(b, false))]).toBe(level);
    expect(LEVELS.date[compareDates(date(b, false), date(a))]).toBe(level);
  });

  it('whichever comes first', () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    const any = fc.record({
      kind: fc.constant('date' as const),
      year: fc.integer({ min: 1998, max: 2012 }),
      month: number(12),
      day: number(31),
      centuryKnown: fc.boolean(),
    });
    fc.assert(fc.property(any, any, (a, b) => expect(compareDates(a, b)).toBe(compareDates(b, a))));
  });
});
