import type { DateFormat } from '../profile/profile-document.js';

/** A calendar date as read: `day` and `month` are 0 where the format holds none. `shortYear`: two digits were written. */
export interface ParsedDate {
  year: number;
  month: number;
  day: number;
  shortYear: boolean;
}

const number = (raw: string, from: number, length: number): number => {
  let value = 0;
  for (let i = from; i < from + length; i++) {
    const digit = raw.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

/** Matches `raw` against one format, position by position; null when the shape differs. The calendar is not checked here. */
export const parseShape = (raw: string, format: DateFormat, out: ParsedDate): boolean => {
  out.shortYear = false;
  if (format === 'YYYY/MM/DD HH:MM:SS:ms') {
    if (!/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d:\d\d?\d?$/.test(raw)) return false;
  } else if (raw.length !== format.length) return false;
  let year: number;
  let month = 0;
  let day = 0;
  switch (format) {
    case 'DD/MM/YYYY':
    case 'DD/MM/YYYY HH:MM':
      if (raw.charCodeAt(2) !== 47 || raw.charCodeAt(5) !== 47) return false;
      if (format === 'DD/MM/YYYY HH:MM' && !isTime(raw.slice(11), raw.charAt(10), ' ')) return false;
      day = number(raw, 0, 2);
      month = number(raw, 3, 2);
      year = number(raw, 6, 4);
      break;
    case 'DD/MM/YY':
      if (raw.charCodeAt(2) !== 47 || raw.charCodeAt(5) !== 47) return false;
      day = number(raw, 0, 2);
      month = number(raw, 3, 2);
      year = number(raw, 6, 2);
      out.shortYear = true;
      break;
    case 'YYYY-MM-DD':
    case 'YYYY-MM-DDTHH:MM:SS':
      if (raw.charCodeAt(4) !== 45 || raw.charCodeAt(7) !== 45) return false;
      if (format === 'YYYY-MM-DDTHH:MM:SS' && !isTime(raw.slice(11, 16), raw.charAt(10), 'T')) return false;
      year = number(raw, 0, 4);
      month = number(raw, 5, 2);
      day = number(raw, 8, 2);
      break;
    case 'YYYY/MM/DD HH:MM:SS:ms':
      year = number(raw, 0, 4);
      month = number(raw, 5, 2);
      day = number(raw, 8, 2);
      break;
    case 'YYYYMMDD':
      year = number(raw, 0, 4);
      month = number(raw, 4, 2);
      day = number(raw, 6, 2);
      break;
    case 'YYYY-MM':
      if (raw.charCodeAt(4) !== 45) return false;
      year = number(raw, 0, 4);
      month = number(raw, 5, 2);
      break;
    case 'YYYY':
      year = number(raw, 0, 4);
      break;
    default:
      return format satisfies never;
  }
  if (Number.isNaN(year + month + day)) return false;
  out.year = year;
  out.month = month;
  out.day = day;
  return true;
};

const isTime = (time: string, mark: string, expected: string): boolean =>
  mark === expected && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether the day exists in the (proleptic Gregorian) calendar. A month or day of 0 stands for "not written". */
export const exists = ({ year, month, day }: ParsedDate, wholeDate: boolean): boolean => {
  if (year < 1800 || year > 2199 || month > 12 || (wholeDate && (month === 0 || day === 0))) return false;
  if (day === 0) return true;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
};

const ISO: string[] = [];

/** `YYYY-MM-DD`; the strings are made once for each day, so that a million dates do not make a million strings. */
export const isoDate = (year: number, month: number, day: number): string => {
  const index = ((year - 1800) * 13 + month) * 32 + day;
  return (ISO[index] ??= `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
};
