import type { DateReaderDocument } from '../profile/profile-document.js';
import { exists, isoDate, type ParsedDate, parseShape } from './date.parse.js';
import { FAULTS, type ValueFault } from './value-reader.js';

/** Two-digit years below the pivot lie in 2000–2099, the others in 1900–1999. 4D's own pivot. */
const DEFAULT_PIVOT = 30;

type Parse = (raw: string) => ParsedDate | null | ValueFault;

/** Reads by the first format whose shape fits. The result is reused by the next call: take what you need at once. */
const compileParse = (document: DateReaderDocument): Parse => {
  const nulls = new Set(['', ...(document.nulls ?? [])]);
  const { formats, centuryPivot = DEFAULT_PIVOT } = document;
  const parsed: ParsedDate = { year: 0, month: 0, day: 0, shortYear: false };
  return (given) => {
    if (nulls.has(given)) return null;
    const raw = given.trim();
    if (nulls.has(raw)) return null;
    for (const format of formats) {
      if (!parseShape(raw, format, parsed)) continue;
      if (parsed.shortYear) parsed.year += parsed.year < centuryPivot ? 2000 : 1900;
      return exists(parsed, format.includes('DD')) ? parsed : FAULTS.date;
    }
    return FAULTS.date;
  };
};

/** A date as `YYYY-MM-DD`; a date that does not exist is `date.invalid`, a listed null date is null. */
export const dateReader = (document: DateReaderDocument): ((raw: string) => string | null | ValueFault) => {
  const parse = compileParse(document);
  return (raw) => {
    const date = parse(raw);
    if (date === null || 'fault' in date) return date;
    return isoDate(date.year, date.month || 1, date.day || 1);
  };
};

export type DatePrecision = 'day' | 'month' | 'year';

/** What the file and the night say about its births. */
export interface BirthContext {
  /** The export's night, `YYYY-MM-DD`: a birth never lies after it. */
  readonly night: string;
  /** Whether `01/01/YYYY` stands for "year only" in this file. */
  readonly firstOfJanuaryIsYearOnly: boolean;
}

export interface BirthDate {
  /** First possible day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly precision: DatePrecision;
  /** False where two digits were written and the century is a conclusion. */
  readonly centuryKnown: boolean;
}

/**
 * A date of birth with its precision. A two-digit year whose century puts the birth after the export's night lies a hundred
 * years earlier (4D reference layout: "A birth date never lies in the future"); four digits in the future are
 * `date.invalid`.
 */
export const birthDateReader = (
  document: DateReaderDocument,
): ((raw: string, context: BirthContext) => BirthDate | null | ValueFault) => {
  const parse = compileParse(document);
  return (raw, context) => {
    const parsed = parse(raw);
    if (parsed === null || 'fault' in parsed) return parsed;
    const { month, day, shortYear } = parsed;
    let date = isoDate(parsed.year, month || 1, day || 1);
    if (date > context.night) {
      if (!shortYear) return FAULTS.date;
      const earlier: ParsedDate = { ...parsed, year: parsed.year - 100 };
      if (!exists(earlier, true)) return FAULTS.date;
      date = isoDate(earlier.year, month, day);
    }
    const yearOnly = month === 0 || (month === 1 && day === 1 && context.firstOfJanuaryIsYearOnly);
    return { date, precision: yearOnly ? 'year' : day === 0 ? 'month' : 'day', centuryKnown: !shortYear };
  };
};
