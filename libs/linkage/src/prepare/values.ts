import { soundCode } from '../phonetic/sound-code.js';
import type { CodeValue, NamesValue, TextValue } from './prepared.js';

/** Completes what follows from the whole names: parts and how they sound. */
export const namesValue = (wholes: readonly string[]): NamesValue => {
  const parts = sortedOnce(wholes.length === 1 ? split(wholes[0] ?? '') : split(wholes.join(' ')));
  return { kind: 'names', wholes, parts, phonetic: parts.map(soundCode) };
};

/** Completes what follows from a text. */
export const textValue = (text: string): TextValue => ({ kind: 'text', text, tokens: sortedOnce(split(text)) });

export const codeValue = (code: string): CodeValue => ({ kind: 'code', code });

const split = (text: string): string[] => (text.includes(' ') ? text.split(' ') : [text]);

/**
 * Order of UTF-16 units, the same on every machine; a locale's order is not. An insertion sort: a handful of words, on the
 * path of every record that is read back, where it takes half the time of the general one.
 */
const sortedOnce = (words: readonly string[]): readonly string[] => {
  const sorted: string[] = [];
  for (const word of words) {
    let at = sorted.length;
    while (at > 0 && (sorted[at - 1] ?? '') > word) at--;
    if (sorted[at - 1] === word) continue;
    sorted.push(word);
    for (let index = sorted.length - 1; index > at; index--) sorted[index] = sorted[index - 1] ?? '';
    sorted[at] = word;
  }
  return sorted;
};
