import { TOTAL } from './cell-key.js';
import type { EarlierReleases } from './family-pattern.js';

/**
 * What earlier releases showed and hid, of those that can be compared with a count of today: where the population has doubled or
 * halved since, so many have come or gone that nobody knows all of them, and differences say nothing about anybody.
 * @param total of today
 */
export const comparableReleases = (
  releases: readonly Readonly<Record<string, number | null>>[],
  total: number,
): EarlierReleases => {
  const cells = releases
    .filter((release) => isComparable(release[TOTAL] ?? 0, total))
    .flatMap(Object.entries<number | null>);
  const named = (hidden: boolean): Set<string> =>
    new Set(cells.filter(([, told]) => (told === null) === hidden).map(([key]) => key));
  return { shown: named(false), hidden: named(true) };
};

const isComparable = (then: number, today: number): boolean => Math.max(then, today) < 2 * Math.min(then, today);
