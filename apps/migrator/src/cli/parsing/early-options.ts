import { isLanguage, type Language } from '#libs/messages';

/** Options that decide how everything else is said, wrong usage included. */
export interface EarlyOptions {
  readonly json: boolean;
  /** Undefined when it is not given, or is no language; the parser complains about the latter. */
  readonly lang?: Language;
}

/** Looks for `--json` and `--lang` anywhere before `--`, whatever else is wrong with the words. */
export function readEarlyOptions(words: readonly string[]): EarlyOptions {
  const end = words.indexOf('--');
  const options = end < 0 ? words : words.slice(0, end);
  const langs = options.flatMap((word, index) => {
    if (word === '--lang') return [options[index + 1] ?? ''];
    return word.startsWith('--lang=') ? [word.slice('--lang='.length)] : [];
  });
  const lang = langs.at(-1)?.toLowerCase() ?? '';
  return { json: options.includes('--json'), ...(isLanguage(lang) ? { lang } : {}) };
}
