import { formatDecimal } from './numbers.js';
import type { Language } from './teaching.js';

/** U+00A0 keeps a duration on one line. */
const NO_BREAK_SPACE = '\u00a0';
const UNITS: Readonly<Record<Language, { day: string; hour: string; minute: string; second: string }>> = {
  en: { day: 'd', hour: 'h', minute: 'min', second: 's' },
  fr: { day: 'j', hour: 'h', minute: 'min', second: 's' },
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Milliseconds as a clock that lines up in a log: `0:21`, `12:05`, `1:02:03`. Rounds up: `0:00` means there. */
export function formatClock(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return '–:––';
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const tail = two(seconds % 60);
  return minutes < 60 ? `${minutes}:${tail}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${tail}`;
}

/** Milliseconds in words with the two units that matter: `850 ms`, `4.2 s`, `3 min 05 s`, `2 h 07 min`, `1 d 04 h`. */
export function formatDuration(milliseconds: number, lang: Language): string {
  if (!Number.isFinite(milliseconds)) return '–';
  const unit = UNITS[lang];
  const ms = Math.max(0, Math.round(milliseconds));
  if (ms < 1000) return `${ms}${NO_BREAK_SPACE}ms`;
  if (ms < 9_950) return `${formatDecimal(ms / 1000, 1, lang)}${NO_BREAK_SPACE}${unit.second}`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}${NO_BREAK_SPACE}${unit.second}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return pair(minutes, unit.minute, seconds % 60, unit.second);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return pair(hours, unit.hour, minutes % 60, unit.minute);
  return pair(Math.floor(hours / 24), unit.day, hours % 24, unit.hour);
}

const pair = (large: number, largeUnit: string, small: number, smallUnit: string): string =>
  [large, largeUnit, two(small), smallUnit].join(NO_BREAK_SPACE);
