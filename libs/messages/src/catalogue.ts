import { PACKS } from './packs.js';
import type { Language, Teaching } from './teaching.js';
import { fillText, type Text, type TextArgs } from './text.js';

/** The codes of one subject, in the order in which their pack gives them. */
export interface CodeGroup {
  readonly name: string;
  readonly title: Text;
  readonly codes: readonly string[];
}

type Entry = Readonly<Record<Language, Teaching>>;

const entries: ReadonlyMap<string, Entry> = new Map(PACKS.flatMap(({ messages }) => Object.entries(messages)));

/**
 * What a code means, in one language, filled with the arguments of the case at hand; without arguments the placeholders
 * read `<name>`. Undefined for a code that no pack knows.
 */
export function messageFor(code: string, lang: Language, args: TextArgs = {}): Teaching | undefined {
  const teaching = entries.get(code)?.[lang];
  if (teaching === undefined) return undefined;
  const { what, why, next } = teaching;
  return { what: fillText(what, args), why: fillText(why, args), next: fillText(next, args) };
}

/** Every code that can be explained. */
export const allCodes = (): readonly string[] => [...entries.keys()];

/** Every code, by subject. */
export const codeGroups = (): readonly CodeGroup[] =>
  PACKS.map(({ name, title, messages }) => ({ name, title, codes: Object.keys(messages) }));
