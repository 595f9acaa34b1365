import type { CivilDate } from './calendar.js';
import { fromDays, toDays } from './calendar.js';
import type { FreeText } from './free-text.js';
import type { Household, TruePerson } from './household.js';
import type { HouseholdRows } from './household-rows.js';
import type { Random } from './random.js';
import type { DirtRates, NoiseRates } from './rates.js';

/** What a system needs to write one household: its numbers, its rates, and where the rows go. */
export interface SystemContext {
  readonly random: Random;
  readonly text: FreeText;
  readonly dirt: DirtRates;
  readonly noise: NoiseRates;
  readonly rows: HouseholdRows;
  /** The site as file names write it: `ssdp-06` → `SSDP06`. */
  readonly siteCode: string;
}

/** 31 February: a day that exists in no year. */
export const impossibleDay = (year: number): CivilDate => ({ year, month: 2, day: 31 });

/** The members that a system knows: nearly all adults, most children. Draws one number a person. */
export const knownMembers = (household: Household, random: Random): readonly TruePerson[] =>
  household.persons.filter((person) => random.chance(person.adult ? 0.96 : 0.82));

/** A day of the last `years` years, never before the household is known nor after the last day. */
export function recentDay(household: Household, random: Random, years: number): CivilDate {
  const earliest = Math.max(household.lastDay - Math.floor(years * 365), toDays(household.opened));
  return fromDays(random.between(Math.min(earliest, household.lastDay), household.lastDay));
}

/** When a person's record was last changed: the change of an evolved night shows here too. */
export function lastChange(household: Household, random: Random): CivilDate {
  const day = recentDay(household, random, 4);
  return household.changedOn ?? day;
}
