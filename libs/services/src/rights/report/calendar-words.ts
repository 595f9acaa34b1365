import type { Language } from '#libs/messages';

// By hand rather than with Intl, which answers in English where Node was built with few locales.
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
};
const DAY = /^(\d{4})-(\d{2})-(\d{2})/;

/** `2026-03-01` → `1er mars 2026` or `1 March 2026`; whatever is no date comes back as it is. */
export const dayWords = (day: string, lang: Language): string => {
  const [, year, month, date] = DAY.exec(day) ?? [];
  const name = MONTHS[lang][Number(month) - 1];
  if (year === undefined || name === undefined) return day;
  const number = Number(date);
  return `${String(number)}${lang === 'fr' && number === 1 ? 'er' : ''} ${name} ${String(Number(year))}`;
};

const DATED_PERIOD = /^(\d+) (days|months|years)$/;

/**
 * The day on which a period that runs from a day is over, as PostgreSQL adds it: 31 January and a month is the last day of
 * February.
 * @param day YYYY-MM-DD @param period `24 months`
 * @throws RangeError for anything else
 */
export const endOfPeriod = (day: string, period: string): string => {
  const [, year, month, date] = DAY.exec(day) ?? [];
  const [, count, unit] = DATED_PERIOD.exec(period) ?? [];
  if (year === undefined || count === undefined) throw new RangeError('neither a day nor a period');
  if (unit === 'days') return isoDay(Number(year), Number(month) - 1, Number(date) + Number(count));
  const months = Number(month) - 1 + Number(count) * (unit === 'years' ? 12 : 1);
  const last = new Date(Date.UTC(Number(year), months + 1, 0)).getUTCDate();
  return isoDay(Number(year), months, Math.min(Number(date), last));
};

const isoDay = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

/** An instant in UTC as `YYYY-MM-DD HH:MM` in Paris. */
export const parisMinute = (at: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
};
