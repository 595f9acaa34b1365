import type { Language } from './teaching.js';

/*
 * Written by hand rather than with Intl: a Node built with few locales answers in English without a word, and the
 * narrow space that newer locale data put into French numbers is missing from the fonts of many terminals.
 */

/** U+00A0 keeps a number on one line. */
const NO_BREAK_SPACE = '\u00a0';
const GROUP: Readonly<Record<Language, string>> = { en: ',', fr: NO_BREAK_SPACE };
const DECIMAL: Readonly<Record<Language, string>> = { en: '.', fr: ',' };
const BYTE_UNITS: Readonly<Record<Language, readonly string[]>> = {
  en: ['B', 'kB', 'MB', 'GB', 'TB'],
  fr: ['o', 'ko', 'Mo', 'Go', 'To'],
};

/** `1234567` → `1,234,567` or `1 234 567`. Rounds to a whole number. */
export const formatInteger = (value: number, lang: Language): string => formatDecimal(value, 0, lang);

/** `1234.5` with 2 digits → `1,234.50` or `1 234,50`. Not a number and infinities read `–`. */
export function formatDecimal(value: number, digits: number, lang: Language): string {
  if (!Number.isFinite(value)) return '–';
  const [whole = '0', fraction] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, GROUP[lang]);
  const text = fraction === undefined ? grouped : `${grouped}${DECIMAL[lang]}${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/**
 * A share of 0 to 1 as `12%` or `12 %`. Rounds down below the whole, so that 100 % means all of it and nothing else.
 */
export function formatPercent(share: number, lang: Language): string {
  const percent = share >= 1 ? Math.round(share * 100) : Math.floor(share * 100);
  return `${formatInteger(percent, lang)}${lang === 'fr' ? NO_BREAK_SPACE : ''}%`;
}

/** Things a second: `41,200/s` or `41 200/s`; one decimal below ten. */
export const formatRate = (perSecond: number, lang: Language): string =>
  `${formatDecimal(perSecond, perSecond > 0 && perSecond < 9.95 ? 1 : 0, lang)}/s`;

/** Bytes in decimal units, as disks and networks count: `1.5 MB` or `1,5 Mo`. */
export function formatBytes(bytes: number, lang: Language): string {
  const units = BYTE_UNITS[lang];
  let value = bytes;
  let unit = 0;
  // 999.95 would be written "1,000.0" with the unit below.
  while (Math.abs(value) >= (unit === 0 ? 1000 : 999.95) && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatDecimal(value, unit === 0 ? 0 : 1, lang)}${NO_BREAK_SPACE}${units[unit] ?? ''}`;
}
