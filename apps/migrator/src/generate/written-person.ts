import type { CivilDate } from './calendar.js';
import type { TruePerson } from './household.js';
import { foldAccents } from './letters.js';
import type { Random } from './random.js';
import type { NoiseRates } from './rates.js';
import { typo } from './typo.js';

/** What a system holds of a birth: the whole day, less than that, or nothing. */
export type WrittenBirth =
  | { readonly precision: 'day'; readonly date: CivilDate }
  | { readonly precision: 'month' | 'year'; readonly date: CivilDate }
  | { readonly precision: 'none' };

/** A person's identity as one system wrote it. */
export interface WrittenPerson {
  readonly usageName: string;
  /** Empty where it equals the name in use, or where the system never learned it. */
  readonly birthName: string;
  readonly givenNames: readonly string[];
  readonly birth: WrittenBirth;
}

export function writtenPerson(person: TruePerson, random: Random, noise: NoiseRates): WrittenPerson {
  const known = namesOnRecord(person, random, noise);
  const spell = (name: string): string => (name === '' ? '' : spelling(name, random, noise));
  const usageName = spell(known.usageName);
  const birthName = spell(known.birthName);
  const wanted = random.chance(0.5) ? person.givenNames.length : 1;
  const givenNames = person.givenNames.slice(0, wanted).map(spell);
  const birth = writtenBirth(person, random, noise);
  const [first = '', ...others] = givenNames;
  if (!random.chance(noise.swappedNames)) return { usageName, birthName, givenNames, birth };
  return { usageName: first, birthName, givenNames: [usageName, ...others], birth };
}

function namesOnRecord(
  person: TruePerson,
  random: Random,
  noise: NoiseRates,
): { usageName: string; birthName: string } {
  const { usageName, birthName } = person;
  const one = random.chance(noise.oneNameOnly);
  const which = random.chance(0.5);
  if (usageName === birthName) return { usageName, birthName: which ? birthName : '' };
  if (one) return { usageName: which ? usageName : birthName, birthName: '' };
  return { usageName, birthName };
}

function spelling(name: string, random: Random, noise: NoiseRates): string {
  let written = name;
  const capitals = random.chance(0.45);
  if (random.chance(noise.lostAccents)) written = foldAccents(written);
  if (random.chance(noise.lostHyphen)) written = written.replace('-', ' ');
  if (random.chance(noise.typo)) written = typo(written, random);
  return capitals ? written.toUpperCase() : written;
}

function writtenBirth(person: TruePerson, random: Random, noise: NoiseRates): WrittenBirth {
  const date = person.birth;
  const missing = random.chance(noise.missingBirth);
  const yearOnly = random.chance(noise.yearOnly);
  const monthKnown = random.chance(0.4);
  const slipped = random.chance(noise.slippedBirth);
  if (missing) return { precision: 'none' };
  if (!person.birthDayKnown) return { precision: 'year', date };
  if (yearOnly) return { precision: monthKnown ? 'month' : 'year', date };
  return { precision: 'day', date: slipped ? slip(date, random) : date };
}

/** Day and month swapped where that is an earlier day (nobody is born after the export), else a day off by one. */
function slip(date: CivilDate, random: Random): CivilDate {
  const { year, month, day } = date;
  if (random.chance(0.4) && day < month) return { year, month: day, day: month };
  return { year, month, day: day > 1 ? day - 1 : day + 1 };
}
