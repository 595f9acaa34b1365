import type { TruePerson } from './household.js';
import type { Random } from './random.js';

/** Positions in the lists of marital statuses, employment statuses and levels of education that go together with an age. */
const ALONE = [0, 0, 4, 5, 6, 7];
const AS_A_COUPLE = [1, 2, 3];
const OF_WORKING_AGE = [0, 1, 2, 3, 4, 6, 7, 8];
const RETIRED = [5];
const CHILD_OCCUPATION = [4, 7, 9];
const ADULT_EDUCATION = [0, 1, 2, 3, 4, 5, 6, 7];
const CHILD_EDUCATION = [0, 1, 2, 7];

export function lifeSituation(
  random: Random,
  age: number,
  couple: boolean,
): Pick<TruePerson, 'marital' | 'employment' | 'education'> {
  const adult = age >= 18;
  return {
    marital: random.pick(couple ? AS_A_COUPLE : adult ? ALONE : [0]),
    employment: random.pick(age >= 66 ? RETIRED : adult ? OF_WORKING_AGE : CHILD_OCCUPATION),
    education: random.pick(adult ? ADULT_EDUCATION : CHILD_EDUCATION),
  };
}
