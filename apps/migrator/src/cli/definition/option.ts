import type { Text } from '#libs/messages';
import { readChoice, readDay, readInteger, readList, readText, type ValueReader } from './value-readers.js';

/** One option of a command. Its name is the key under which the command lists it: `dryRun` is `--dry-run`. */
export interface OptionSpec<T> {
  readonly text: Text;
  /** The word that stands for the value in help (`SITE`); absent for a flag. */
  readonly metavar?: string;
  readonly required: boolean;
  /** Shown in help. */
  readonly fallback?: T;
  readonly choices?: readonly string[];
  /** Keys of options that exclude this one. */
  readonly conflicts: readonly string[];
  /** The value from every word that was given for this option (a flag: one empty word); throws `UnacceptableValue`. */
  collect(words: readonly string[]): T;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec<unknown>>>;

interface Described {
  readonly text: Text;
  readonly conflicts?: readonly string[];
}
interface Valued<T> extends Described {
  readonly metavar: string;
  readonly required?: boolean;
  readonly fallback?: T;
}
/** A value is always there when the option is required or falls back to something. */
type Settled<T, S> = S extends { readonly required: true } | { readonly fallback: T } ? T : T | undefined;

function valued<T, S extends Valued<T>>(spec: S, read: ValueReader<T>, choices?: readonly string[]) {
  const { text, metavar, required = false, fallback, conflicts = [] } = spec;
  const collect = (words: readonly string[]): T | undefined => {
    const values = words.map(read);
    return values.length === 0 ? fallback : values.at(-1);
  };
  const shown = { ...(fallback === undefined ? {} : { fallback }), ...(choices === undefined ? {} : { choices }) };
  // The parser refuses a required option that was not given before it asks for the value.
  return { text, metavar, required, conflicts, ...shown, collect } as OptionSpec<Settled<T, S>>;
}

/** Makers of options. Given twice, the last one wins, except for lists. */
export const option = {
  /** Present or not. */
  flag: ({ text, conflicts = [] }: Described): OptionSpec<boolean> => ({
    text,
    conflicts,
    required: false,
    collect: (words) => words.length > 0,
  }),
  text: <const S extends Valued<string>>(spec: S) => valued<string, S>(spec, readText),
  /** A day as `YYYY-MM-DD`. */
  day: <const S extends Valued<string>>(spec: S) => valued<string, S>(spec, readDay),
  /** A whole number from `least` to `most`. */
  integer: <const S extends Valued<number> & { readonly least?: number; readonly most?: number }>(spec: S) =>
    valued<number, S>(spec, readInteger(spec.least ?? 0, spec.most ?? Number.MAX_SAFE_INTEGER)),
  /** One of a few words. */
  choice: <const C extends string, const S extends Valued<C> & { readonly choices: readonly C[] }>(
    spec: S & { readonly choices: readonly C[] },
  ) => valued<C, S>(spec, readChoice(spec.choices), spec.choices),
  /** Words between commas; the option may be given several times. Empty when it was not given. */
  list: ({ text, metavar, conflicts = [], required = false }: Valued<never>): OptionSpec<readonly string[]> => ({
    text,
    metavar,
    conflicts,
    required,
    collect: (words) => words.flatMap(readList(readText)),
  }),
};
