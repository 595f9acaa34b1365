/** A day as written: it may be one that does not exist (31 February), because exports hold such days. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since 1 January 1970 of a day that exists. Pure arithmetic: neither a clock nor a time zone has a say. */
export function toDays({ year, month, day }: CivilDate): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The day that lies so many days after 1 January 1970. */
export function fromDays(days: number): CivilDate {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** `YYYY-MM-DD` as a day that exists, or null. */
export function parseNight(text: string): CivilDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const again = fromDays(toDays(date));
  return again.month === date.month && again.day === date.day && again.year === date.year ? date : null;
}

const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

/** A number from 0 to 99 in two digits. */
export const two = (number: number): string => TWO_DIGITS[number] ?? String(number);

/** `DD/MM/YYYY` */
export const frenchDate = ({ year, month, day }: CivilDate): string => `${two(day)}/${two(month)}/${String(year)}`;

/** `DD/MM/YY` */
export const shortFrenchDate = ({ year, month, day }: CivilDate): string =>
  `${two(day)}/${two(month)}/${two(year % 100)}`;

/** `YYYY-MM-DD` */
export const isoDate = ({ year, month, day }: CivilDate): string => `${String(year)}-${two(month)}-${two(day)}`;

/** Minutes since midnight as `HH:MM`. */
export const clockTime = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
