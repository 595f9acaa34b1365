import { LOST_LETTER } from '../normalise/fold.js';

/**
 * What counts as a typo: letters left out, added, replaced, or exchanged with their neighbour (optimal string alignment).
 * Two names that are compared are different far more often than not, so the work stops at the first letters in which
 * they cannot be brought together: that costs less than a look into a cache, and needs no memory.
 */

/** From this many letters of the shorter name on, two typos are forgiven. */
const LONG_NAME = 8;
/** Below this many letters of the shorter name, a changed letter makes another name. */
const SHORT_NAME = 3;

/** Typos that are forgiven between two words, by the length of the shorter one. */
const forgiven = (length: number): number => (length < SHORT_NAME ? 0 : length < LONG_NAME ? 1 : 2);

/** Whether two different words are one word but for typos. Symmetric. */
export function isTypo(a: string, b: string): boolean {
  const edits = forgiven(Math.min(a.length, b.length));
  return edits > 0 && Math.abs(a.length - b.length) <= edits && withinEdits(a, 0, b, 0, edits);
}

/** What stands for a letter that an export lost with its accent: it may be any letter, but makes no name exact. */
const UNKNOWN = LOST_LETTER.charCodeAt(0);

function sameLetter(one: number, other: number): boolean {
  return one === other || one === UNKNOWN || other === UNKNOWN;
}

/** Whether `a` from `i` on becomes `b` from `j` on by at most so many edits. */
export function withinEdits(a: string, i: number, b: string, j: number, edits: number): boolean {
  while (i < a.length && j < b.length && sameLetter(a.charCodeAt(i), b.charCodeAt(j))) {
    i++;
    j++;
  }
  const restA = a.length - i;
  const restB = b.length - j;
  if (restA === 0 || restB === 0) return restA + restB <= edits;
  if (edits === 0 || Math.abs(restA - restB) > edits) return false;
  return (
    withinEdits(a, i + 1, b, j + 1, edits - 1) ||
    (a.charCodeAt(i) === b.charCodeAt(j + 1) &&
      a.charCodeAt(i + 1) === b.charCodeAt(j) &&
      withinEdits(a, i + 2, b, j + 2, edits - 1)) ||
    withinEdits(a, i + 1, b, j, edits - 1) ||
    withinEdits(a, i, b, j + 1, edits - 1)
  );
}

const SPACE = 32;

/** Whether two texts have the same letters in the same order, wherever they are spaced: `jean pierre`, `jeanpierre`. */
export function sameLetters(a: string, b: string): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    while (a.charCodeAt(i) === SPACE) i++;
    while (b.charCodeAt(j) === SPACE) j++;
    if (i >= a.length || j >= b.length) return i >= a.length && j >= b.length;
    if (a.charCodeAt(i++) !== b.charCodeAt(j++)) return false;
  }
}
