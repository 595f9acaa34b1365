import type { Language } from './teaching.js';

/** Languages that the product speaks. */
export const LANGUAGES: readonly Language[] = ['en', 'fr'];

/** The variables of POSIX in the order in which they win; an empty one does not count. */
const LOCALE_VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

export const isLanguage = (word: string): word is Language => (LANGUAGES as readonly string[]).includes(word);

/** The language of a session by its environment: French for `fr`, `fr_FR.UTF-8` and the like, English otherwise. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = LOCALE_VARIABLES.map((name) => environment[name]).find((value) => value !== undefined && value !== '');
  return /^fr(?![a-z])/i.test(locale ?? '') ? 'fr' : 'en';
}
