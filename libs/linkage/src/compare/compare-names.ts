import { LOST_LETTER } from '../normalise/fold.js';
import { BEGINNINGS } from '../normalise/name-words.js';
import type { NamesValue } from '../prepare/prepared.js';
import { NAMES } from './levels.js';
import { isTypo, sameLetters } from './typo.js';
import { wordsOf } from './words-of.js';

const SPACE = 32;
/** A name of fewer letters may be two initials, or a short form of several names. */
const LEAST_LETTERS = 3;

/**
 * The level at which two sets of names agree, in the best arrangement of the one over the other. Symmetric.
 *
 * exact: every whole name of the smaller set is one of the larger (a birth name alone against a birth name and a name in
 * use); spaces do not count. shorter: one side leaves out the last names of the other, and what it keeps is a name by itself.
 * close: one whole name of several in common, a typo, or a subset of the parts. Sharing a part without being a subset is no
 * agreement: Jean-Pierre and Jean-Paul may be brothers.
 */
export function compareNames(a: NamesValue, b: NamesValue): number {
  if (a.parts.length === 1 && b.parts.length === 1) return compareWords(a, b);
  if (sameNames(a, b)) return hasLostLetter(a) || hasLostLetter(b) ? NAMES.close : NAMES.exact;
  if (isShorter(a, b) || isShorter(b, a)) return NAMES.shorter;
  if (shareWhole(a, b) || isSubset(a, b) || isSubset(b, a)) return NAMES.close;
  if (soundAlike(a, b)) return NAMES.phonetic;
  if (agreeByInitials(a, b)) return NAMES.initial;
  return NAMES.different;
}

/** Most names are one word: what follows then is the same, with nothing to arrange. */
function compareWords(a: NamesValue, b: NamesValue): number {
  const one = a.parts[0] ?? '';
  const other = b.parts[0] ?? '';
  if (one === other) return one.includes(LOST_LETTER) ? NAMES.close : NAMES.exact;
  if (isTypo(one, other)) return NAMES.close;
  if (one.length === 1 || other.length === 1) {
    return one.charCodeAt(0) === other.charCodeAt(0) ? NAMES.initial : NAMES.different;
  }
  return a.phonetic[0] === b.phonetic[0] && a.phonetic[0] !== '' ? NAMES.phonetic : NAMES.different;
}

/** A name of which an export lost a letter is close to another, never equal to it. */
function hasLostLetter(names: NamesValue): boolean {
  for (const whole of names.wholes) if (whole.includes(LOST_LETTER)) return true;
  return false;
}

function sameNames(a: NamesValue, b: NamesValue): boolean {
  const spaced = a.parts.length > 1 || b.parts.length > 1;
  if (a.wholes.length <= b.wholes.length && allAreNamesOf(a, b, spaced)) return true;
  return b.wholes.length <= a.wholes.length && allAreNamesOf(b, a, spaced);
}

function allAreNamesOf(some: NamesValue, others: NamesValue, spaced: boolean): boolean {
  for (const whole of some.wholes) if (!hasWhole(others, whole, spaced)) return false;
  return true;
}

function hasWhole(names: NamesValue, whole: string, spaced: boolean): boolean {
  for (const other of names.wholes) {
    if (whole === other || (spaced && sameLetters(whole, other))) return true;
  }
  return false;
}

/**
 * One name a side, of which `b` goes on after all the words of `a`: the first given name alone, as many systems keep it. The
 * order counts: the second given name is another name. A beginning such as Marie is no name by itself.
 */
function isShorter(a: NamesValue, b: NamesValue): boolean {
  const [one = ''] = a.wholes;
  const [other = ''] = b.wholes;
  if (a.wholes.length !== 1 || b.wholes.length !== 1 || other.length <= one.length) return false;
  if (other.charCodeAt(one.length) !== SPACE || one.length < LEAST_LETTERS || !other.startsWith(one)) return false;
  return !BEGINNINGS.has(one) && !one.includes(LOST_LETTER);
}

/** A whole name in common, but for typos. */
function shareWhole(a: NamesValue, b: NamesValue): boolean {
  for (const one of a.wholes) {
    for (const other of b.wholes) {
      if (one === other || isTypo(one, other) || sameLetters(one, other)) return true;
    }
  }
  return false;
}

/** Whether all the words of one whole name are parts of the other side, but for typos. Initials alone show nothing. */
function isSubset(a: NamesValue, b: NamesValue): boolean {
  if (a.wholes.length === 1) return areAmong(a.parts, b.parts);
  for (const whole of a.wholes) {
    // Most are one word, which needs no splitting.
    if (whole.includes(' ') ? areAmong(wordsOf(whole), b.parts) : whole.length > 1 && isAmong(whole, b.parts))
      return true;
  }
  return false;
}

function areAmong(words: readonly string[], parts: readonly string[]): boolean {
  let telling = false;
  for (const word of words) {
    if (!isAmong(word, parts)) return false;
    telling ||= word.length > 1;
  }
  return telling;
}

function isAmong(word: string, parts: readonly string[]): boolean {
  for (const part of parts) {
    if (word === part || isTypo(word, part)) return true;
  }
  return false;
}

/** Every part of the smaller side sounds like one of the other; of a side with several names, one part is enough. */
function soundAlike(a: NamesValue, b: NamesValue): boolean {
  const oneIsEnough = a.wholes.length > 1 || b.wholes.length > 1;
  if ((oneIsEnough || a.parts.length <= b.parts.length) && areHeard(a, b, oneIsEnough)) return true;
  return !oneIsEnough && b.parts.length <= a.parts.length && areHeard(b, a, false);
}

/** Whether one part of `a`, or all of them, sound like parts of `b`. An initial has no sound of its own. */
function areHeard(a: NamesValue, b: NamesValue, oneIsEnough: boolean): boolean {
  for (let at = 0; at < a.parts.length; at++) {
    const heard = isHeard(a.parts[at] ?? '', a.phonetic[at] ?? '', b);
    if (heard === oneIsEnough) return heard;
  }
  return !oneIsEnough && a.parts.length > 0;
}

function isHeard(part: string, code: string, names: NamesValue): boolean {
  if (part.length === 1 || code === '') return false;
  for (let at = 0; at < names.parts.length; at++) {
    if (names.phonetic[at] === code && names.parts[at]?.length !== 1) return true;
  }
  return false;
}

/** Every part of one side is, or begins with, a part of the other, at least one of them being an initial. */
function agreeByInitials(a: NamesValue, b: NamesValue): boolean {
  if (!hasInitial(a.parts) && !hasInitial(b.parts)) return false;
  return eachByInitial(a.parts, b.parts) || eachByInitial(b.parts, a.parts);
}

function hasInitial(parts: readonly string[]): boolean {
  for (const part of parts) if (part.length === 1) return true;
  return false;
}

function eachByInitial(some: readonly string[], others: readonly string[]): boolean {
  return some.every((one) =>
    others.some(
      (other) =>
        one === other || ((one.length === 1 || other.length === 1) && one.charCodeAt(0) === other.charCodeAt(0)),
    ),
  );
}
