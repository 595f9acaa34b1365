import fc from 'fast-check';
import { fromDays, isoDate, parseNight, shortFrenchDate, toDays } from './calendar.js';

describe('calendar', () => {
  it('agrees with the platform on every day, both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 60_000 }), (days) => {
        const date = fromDays(days);
        expect(isoDate(date)).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10));
        expect(toDays(date)).toBe(days);
      }),
    );
  });

  it('reads only days that exist', () => {
    expect(parseNight('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
    for (const text of ['2023-02-29', '2026-13-01', '2026-11-20T00:00', '20261120', ''])
      expect(parseNight(text)).toBeNull();
  });

  it('writes two digits of a year', () => {
    expect(shortFrenchDate({ year: 2005, month: 3, day: 9 })).toBe('09/03/05');
  });
});
