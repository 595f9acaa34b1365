import { soundCode } from '../phonetic/sound-code.js';
import type { CodeValue, NamesValue, TextValue } from './prepared.js';

/** How many names are kept at most; a million people bear hardly more different ones at a time. */
const KEPT = 50_000;
/** Stands in no name. */
const BETWEEN = ';';

const known = new Map<string, NamesValue>();

/**
 * Completes what follows from the whole names: parts, and how they sound. Names repeat, so the latest are kept with what was
 * made of them; when there are too many, all are forgotten at once, so that memory stays bounded.
 */
export const namesValue = (wholes: readonly string[]): NamesValue => {
  const text = wholes.length === 1 ? (wholes[0] ?? '') : wholes.join(BETWEEN);
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= KEPT) known.clear();
  const names = new Names(wholes);
  known.set(text, names);
  return names;
};

/** Completes what follows from a text. */
export const textValue = (text: string): TextValue => new Text(text);

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

/** Parts and sounds are made when they are first asked for: most records are read back for a comparison or two. */
class Names implements NamesValue {
  readonly kind = 'names';
  #parts: readonly string[] | undefined;
  #phonetic: readonly string[] | undefined;

  constructor(readonly wholes: readonly string[]) {}

  get parts(): readonly string[] {
    const { wholes } = this;
    return (this.#parts ??= sortedOnce(split(wholes.length === 1 ? (wholes[0] ?? '') : wholes.join(' '))));
  }

  get phonetic(): readonly string[] {
    return (this.#phonetic ??= this.parts.map(soundCode));
  }
}

/** The same of a text's tokens. */
class Text implements TextValue {
  readonly kind = 'text';
  #tokens: readonly string[] | undefined;

  constructor(readonly text: string) {}

  get tokens(): readonly string[] {
    return (this.#tokens ??= sortedOnce(split(this.text)));
  }
}
