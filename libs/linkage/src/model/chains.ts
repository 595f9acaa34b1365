import { CODE, DATE, NAMES, TEXT } from '../compare/levels.js';
import type { FieldKind } from '../plan/linkage-plan.js';

/**
 * Which level is better than which: along each chain a level agrees on more than the next, and must weigh no less. Levels
 * that compare different things stand on chains of their own. A year that agrees where no more is known contradicts
 * nothing, while two agreeing parts of a date contradict the third: either may weigh more.
 */
export const CHAINS: Readonly<Record<FieldKind, readonly (readonly number[])[]>> = {
  names: [
    [NAMES.exact, NAMES.shorter, NAMES.close, NAMES.phonetic, NAMES.different],
    [NAMES.exact, NAMES.initial, NAMES.different],
    [NAMES.exact, NAMES.swapped, NAMES.different],
  ],
  date: [
    [DATE.exact, DATE.near, DATE.twoParts, DATE.conflict],
    [DATE.exact, DATE.yearOnly, DATE.conflict],
  ],
  text: [[TEXT.exact, TEXT.close, TEXT.partial, TEXT.different]],
  code: [[CODE.same, CODE.different]],
};
