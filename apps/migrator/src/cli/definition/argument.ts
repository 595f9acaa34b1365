import type { Text } from '#libs/messages';
import { readChoice, readText, type ValueReader } from './value-readers.js';

/** One argument of a command, in the place in which the command lists it. */
export interface ArgumentSpec<T> {
  /** The word that stands for it in help: `FILE`. */
  readonly metavar: string;
  readonly text: Text;
  readonly required: boolean;
  /** Takes every word that is left; only the last argument may. */
  readonly many: boolean;
  /** The value from the words that were given; throws `UnacceptableValue`. */
  collect(words: readonly string[]): T;
}

export type ArgumentSpecs = Readonly<Record<string, ArgumentSpec<unknown>>>;

interface Described {
  readonly metavar: string;
  readonly text: Text;
}

const one = <T>({ metavar, text }: Described, read: ValueReader<T>): ArgumentSpec<T> => ({
  metavar,
  text,
  required: true,
  many: false,
  // The parser refuses a required argument that was not given before it asks for the value.
  collect: ([word = '']) => read(word),
});

/** Makers of arguments. */
export const argument = {
  text: (spec: Described): ArgumentSpec<string> => one(spec, readText),
  choice: <const C extends string>(spec: Described & { readonly choices: readonly C[] }): ArgumentSpec<C> =>
    one(spec, readChoice(spec.choices)),
  optional: ({ metavar, text }: Described): ArgumentSpec<string | undefined> => ({
    metavar,
    text,
    required: false,
    many: false,
    collect: ([word]) => (word === undefined ? undefined : readText(word)),
  }),
  /** One word or more; none too with `required: false`. */
  many: ({
    metavar,
    text,
    required = true,
  }: Described & { readonly required?: boolean }): ArgumentSpec<readonly string[]> => ({
    metavar,
    text,
    required,
    many: true,
    collect: (words) => words.map(readText),
  }),
};
