import { nearestWord, type Text } from '#libs/messages';

/** A value on the command line that cannot be taken; says what would be. Never repeats the value: it may name a person. */
export class UnacceptableValue extends Error {
  override readonly name = 'UnacceptableValue';

  constructor(
    readonly expected: Text,
    readonly nearest?: string,
  ) {
    super('unacceptable value');
  }
}

/** Turns one word of the command line into a value, or throws `UnacceptableValue`. */
export type ValueReader<T> = (word: string) => T;

const TEXT: Text = {
  en: 'a word that is not empty and does not begin with --',
  fr: 'un mot non vide qui ne commence pas par --',
};

/** Any word; but one like an option means that the value was forgotten (`--site --json`). */
export const readText: ValueReader<string> = (word) => {
  if (word.trim() === '' || word.startsWith('--')) throw new UnacceptableValue(TEXT);
  return word;
};

/** Whole numbers within bounds, both inclusive. */
export function readInteger(least: number, most: number): ValueReader<number> {
  const expected = { en: `a whole number from ${least} to ${most}`, fr: `un nombre entier de ${least} à ${most}` };
  return (word) => {
    const value = /^-?\d{1,15}$/.test(word) ? Number(word) : Number.NaN;
    if (!(value >= least && value <= most)) throw new UnacceptableValue(expected);
    return value;
  };
}

/** A day that exists, as `YYYY-MM-DD`; stays text, because a day has no time zone. */
export const readDay: ValueReader<string> = (word) => {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (year === '' || date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) {
    throw new UnacceptableValue({ en: 'a day as YYYY-MM-DD', fr: 'un jour au format AAAA-MM-JJ' });
  }
  return word;
};

/** One of a few words. */
export function readChoice<const Choice extends string>(choices: readonly Choice[]): ValueReader<Choice> {
  const list = choices.join(', ');
  return (word) => {
    const choice = choices.find((candidate) => candidate === word);
    if (choice !== undefined) return choice;
    throw new UnacceptableValue({ en: `one of ${list}`, fr: `une valeur parmi ${list}` }, nearestWord(word, choices));
  };
}

/** Words between commas, each read by itself: `A,B`. */
export const readList =
  <T>(readOne: ValueReader<T>): ValueReader<readonly T[]> =>
  (word) =>
    word.split(',').map((part) => readOne(part.trim()));
