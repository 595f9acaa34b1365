import type { CivilDate } from './calendar.js';
import type { Sex } from './name-composer.js';
import type { Address } from './places.js';

/** Why a person is a trap for linkage: twins share all but the given name, a junior and his father all but the date. */
export type Kind = 'twin' | 'namesake' | 'junior';

/** A person as he or she is; each system knows a part of it and distorts that. Codes are positions in the code lists. */
export interface TruePerson {
  /** Number of the true person in the whole generation. */
  readonly id: number;
  readonly sex: Sex;
  readonly adult: boolean;
  readonly birthName: string;
  readonly usageName: string;
  readonly givenNames: readonly string[];
  readonly birth: CivilDate;
  /** False where nobody knows more than the year. */
  readonly birthDayKnown: boolean;
  readonly marital: number;
  readonly employment: number;
  readonly education: number;
  readonly kind: Kind | null;
}

/** A true household. Whoever refuses digital filing refuses for the whole household. */
export interface Household {
  /** Number of the household in the whole generation. */
  readonly number: number;
  readonly persons: readonly TruePerson[];
  readonly children: number;
  readonly context: number;
  readonly housing: number;
  readonly address: Address;
  readonly opened: CivilDate;
  readonly closed: CivilDate | null;
  readonly refuses: boolean;
  /** The last day on which a system may have changed a record of this household (days since 1970). */
  readonly lastDay: number;
  /** On an evolved night, the day of the change that its persons went through; null where nothing changed. */
  readonly changedOn: CivilDate | null;
}

/** A household holds fewer than this many persons, so that numbers of persons follow from those of households. */
export const PERSONS_STRIDE = 16;
