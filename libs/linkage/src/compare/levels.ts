import { LEVELS } from '../plan/linkage-plan.js';

/** A comparison: the index of a level of `LEVELS` by position of the plan's fields, or `MISSING`. */
export type Levels = Uint8Array;

/** One side or both do not know the field: it weighs nothing. */
export const MISSING = 255;

/** The index of each level by its name, so that comparers name what they mean. */
export const NAMES = indexed(LEVELS.names);
export const DATE = indexed(LEVELS.date);
export const TEXT = indexed(LEVELS.text);
export const CODE = indexed(LEVELS.code);

function indexed<const T extends readonly string[]>(levels: T): Readonly<Record<T[number], number>> {
  const entries = levels.map((level, index): [string, number] => [level, index]);
  return Object.freeze(Object.fromEntries(entries)) as Readonly<Record<T[number], number>>;
}
