const ZERO = 48;
const HYPHEN = 45;
/** Days from the first of March of the year 0 to PostgreSQL's first day, 2000-01-01. */
const EPOCH = 730_425;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Days of a year that begins in March before each month, January first: the leap day is its last. */
const DAYS_BEFORE = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];

/**
 * Days from 2000-01-01 to a date, as PostgreSQL keeps dates: proleptic Gregorian, years 0001 to 9999. Binary COPY takes any
 * number of days, so what is no date is refused here.
 * @param date `YYYY-MM-DD`
 * @throws RangeError the date is written otherwise, or the calendar does not have it
 */
export const dateDays = (date: string): number => {
  const year = digits(date, 0) * 100 + digits(date, 2);
  const month = digits(date, 5);
  const day = digits(date, 8);
  const before = DAYS_BEFORE[month - 1];
  const shaped = date.length === 10 && date.charCodeAt(4) === HYPHEN && date.charCodeAt(7) === HYPHEN;
  if (!shaped || before === undefined || !(year >= 1 && day >= 1 && day <= lastDay(year, month))) {
    throw new RangeError('a date is not YYYY-MM-DD, or no such day exists');
  }
  const march = month > 2 ? year : year - 1;
  const leaps = Math.floor(march / 4) - Math.floor(march / 100) + Math.floor(march / 400);
  return march * 365 + leaps + before + day - 1 - EPOCH;
};

/** Two digits as a number, NaN where there are none. */
const digits = (date: string, at: number): number => {
  const tens = date.charCodeAt(at) - ZERO;
  const ones = date.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
};

const lastDay = (year: number, month: number): number => {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (MONTH_DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
};
