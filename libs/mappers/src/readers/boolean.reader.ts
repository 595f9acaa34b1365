import { FAULTS, type ValueFault } from './value-reader.js';

/** Reads the words that the profile lists; a word that it does not list is `value.invalid`, never taken for false. */
export const booleanReader = (words: {
  readonly true: readonly string[];
  readonly false: readonly string[];
}): ((raw: string) => boolean | null | ValueFault) => {
  const known = new Map<string, boolean>();
  for (const word of words.false) known.set(word.toLowerCase(), false);
  for (const word of words.true) known.set(word.toLowerCase(), true);
  return (raw) => {
    const direct = known.get(raw);
    if (direct !== undefined) return direct;
    const word = raw.trim().toLowerCase();
    return known.get(word) ?? (word === '' ? null : FAULTS.value);
  };
};
