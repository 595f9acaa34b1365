import { fromDays, toDays } from './calendar.js';
import type { CivilDate } from './calendar.js';
import type { Random } from './random.js';

/** 4D writes two digits of a year and reads 30 as 1930, so nobody here is older than that. */
const EARLIEST = toDays({ year: 1931, month: 1, day: 2 });
const YEAR = 365.25;
/** A newborn is known to a social service after a month at the earliest. */
const NEWBORN = 30;

/** Draws the dates of birth of one household; every one lies between 1931 and a month before `lastDay`. */
export interface Births {
  adult(): CivilDate;
  partnerOf(birth: CivilDate): CivilDate;
  /** Born at least seventeen years after the younger parent, where the calendar has room for that. */
  childOf(youngerParent: CivilDate): CivilDate;
  /** Never the same day; sometimes close to it, for a linkage that is too generous with dates. */
  apartFrom(birth: CivilDate): CivilDate;
  latest(births: readonly CivilDate[]): CivilDate;
  /** Completed years on the last day, about. */
  age(birth: CivilDate): number;
}

export function births(random: Random, lastDay: number): Births {
  const adultLimit = lastDay - Math.ceil(18 * YEAR) - 1;
  const within = (days: number, latest: number): CivilDate =>
    fromDays(Math.floor(Math.min(Math.max(days, EARLIEST), latest)));
  return {
    adult: () => {
      const age = random.between(18, random.chance(0.15) ? 92 : 64);
      return within(lastDay - age * YEAR - 1 - random.below(365), adultLimit);
    },
    partnerOf: (birth) => within(toDays(birth) + random.between(-2200, 2200), adultLimit),
    childOf: (youngerParent) => {
      const room = lastDay - toDays(youngerParent) - 17 * YEAR;
      const days = random.between(NEWBORN, Math.max(NEWBORN, Math.min(24 * 365, Math.floor(room))));
      return fromDays(lastDay - days);
    },
    apartFrom: (birth) => {
      const shift = random.chance(0.4) ? random.between(1, 300) : random.between(365, 3300);
      const earlier = toDays(birth) - shift;
      return fromDays(earlier >= EARLIEST ? earlier : toDays(birth) + 700 + shift);
    },
    latest: (dates) => fromDays(Math.max(...dates.map(toDays))),
    age: (birth) => Math.floor((lastDay - toDays(birth)) / YEAR),
  };
}
