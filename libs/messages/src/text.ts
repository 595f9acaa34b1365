import type { Language } from './teaching.js';

/** A text in both languages side by side, so that neither can be forgotten. */
export type Text = Readonly<Record<Language, string>>;

/** What fills the `{placeholders}` of a text. Names, codes, counts; never the value of a person's field. */
export type TextArgs = Readonly<Record<string, string | number>>;

const PLACEHOLDER = /\{(\w+)\}/g;
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** Names of the placeholders of a text, each once, in their order. */
export const placeholdersOf = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')),
];

/**
 * Makes a text safe to print on one line of a terminal. A file name may hold an escape sequence or a line break, and a
 * message that repeats it must neither move the cursor nor forge a line of the log.
 */
export const printable = (text: string): string => text.replace(UNSAFE, '\ufffd');

/** Fills the placeholders; one that has no argument is shown as `<name>`, which is how `explain` shows them all. */
export const fillText = (text: string, args: TextArgs = {}): string =>
  text.replace(PLACEHOLDER, (_, name: string) =>
    Object.hasOwn(args, name) ? printable(String(args[name])) : `<${name}>`,
  );
