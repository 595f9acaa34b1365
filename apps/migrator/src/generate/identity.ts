import type { CivilDate } from './calendar.js';
import type { TruePerson } from './household.js';
import type { Sex } from './name-composer.js';

/** An identity of another household that may come again as a namesake. */
export interface Identity {
  readonly birthName: string;
  readonly givenNames: readonly string[];
  readonly sex: Sex;
  readonly birth: CivilDate;
}

/** The members of a household and how they live together. */
export interface Family {
  readonly persons: readonly TruePerson[];
  readonly couple: boolean;
  readonly children: number;
}
