import type { FamilyCounts, SuppressionRules } from './family-counts.js';
import { type EarlierReleases, FamilyPattern } from './family-pattern.js';
import { protectCells } from './protect-cells.js';
import { protectMargins } from './protect-margins.js';

/**
 * What may be published of a family of tables: cells by name, null where hidden; or nothing new, since it would reveal what an
 * earlier release hides (`unfit`); or nothing at all, since too few are counted (`too-small`).
 */
export type Drawing =
  | { readonly outcome: 'drawn'; readonly cells: ReadonlyMap<string, number | null> }
  | { readonly outcome: 'unfit' }
  | { readonly outcome: 'too-small' };

export const NOTHING_EARLIER: EarlierReleases = { shown: new Set(), hidden: new Set() };

/**
 * Draws tables up for publication. Cells of fewer than `minimum` persons, none included, are hidden, and as many others as it
 * takes so that whoever has all numbers of this and of earlier releases cannot tell that a small cell is small. Cells that an
 * earlier release showed or hid are shown or hidden again; where that does not protect today's small cells, nothing is drawn.
 */
export const drawFamily = (
  counts: FamilyCounts,
  rules: SuppressionRules,
  earlier: EarlierReleases = NOTHING_EARLIER,
): Drawing => {
  const pattern = new FamilyPattern(counts, rules, earlier);
  const isFirst = earlier.shown.size + earlier.hidden.size === 0;
  const none: Drawing = { outcome: isFirst ? 'too-small' : 'unfit' };
  if (pattern.isSmall(counts.total) || pattern.contradicts()) return none;
  return protectMargins(pattern) && protectCells(pattern) ? { outcome: 'drawn', cells: pattern.cells() } : none;
};
