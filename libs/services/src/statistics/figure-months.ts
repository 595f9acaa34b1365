import { EXIT, TeachingError } from '#libs/domain';
import type { Population } from '#libs/minimiser';

/** Which month is meant. */
export interface FigureMonths {
  /** YYYY-MM that is counted; null for persons. */
  readonly period: string | null;
  /** YYYY-MM in which the figures were drawn up; null: those of today. */
  readonly drawnIn: string | null;
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/**
 * Persons are counted as they stand, so that a month of theirs is one in which figures were drawn up. Aids are counted by the
 * month in which they were asked for, which must be over; the last one, unless told.
 * @param current YYYY-MM of today
 * @throws TeachingError `statistics.month`, `statistics.month-open`; exit code 2
 */
export const figureMonths = (population: Population, asked: string | null, current: string): FigureMonths => {
  if (asked !== null && !MONTH.test(asked)) throw usage('statistics.month');
  if (population === 'aids') {
    const period = asked ?? monthBefore(current);
    if (period >= current) throw usage('statistics.month-open');
    return { period, drawnIn: null };
  }
  if (asked !== null && asked > current) throw usage('statistics.month-open');
  return { period: null, drawnIn: asked === current ? null : asked };
};

const usage = (code: string): TeachingError => new TeachingError(code, {}, { exitCode: EXIT.usage });

const monthBefore = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(number - 1).padStart(2, '0')}`;
};
