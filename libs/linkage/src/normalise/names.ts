import type { NameLanguage } from '../plan/linkage-plan.js';
import { fold, LOST_LETTER } from './fold.js';
import { JOINED, OMITTED, OTHER_NAME, PLACEHOLDERS, SHORT, TITLES } from './name-words.js';

/**
 * The whole names that a name column holds, each as its parts joined by one space; none where it holds a placeholder or no
 * letter. A part that was written with a letter that no system could read keeps a `?` in its place: it is close to the true
 * name, never equal to it in good faith.
 *
 * `Le Goff-Saint Martin` → `legoff saintmartin` · `DUPONT NEE MARTIN` → `dupont`, `martin` · `Jean-Marc` → `jean marc` ·
 * `N'Diaye`, `N DIAYE` → `ndiaye` · `SNP` → nothing
 */
export const wholeNames = (raw: string, language: NameLanguage): string[] => {
  const folded = fold(raw);
  if (language === 'none') return present([plainWords(folded).join(' ')]);
  // Most names are one plain word: there is nothing to cut, to join or to expand.
  if (ONE_WORD.test(folded)) return present([unlessPlaceholder(folded)]);
  return present(pieces(folded).map(frenchName));
};

const ONE_WORD = /^[a-z]+$/;

/** Letters, digits and lost letters; apostrophes join. */
const plainWords = (folded: string): string[] => wordsOf(folded.replaceAll("'", ''), /[^\p{L}\p{N}?]+/u);

const wordsOf = (text: string, separator: RegExp): string[] =>
  text.split(separator).filter((word) => word !== '' && !/^\?+$/.test(word));

/** Cut where a second name begins: a bracket, a slash, a word such as `née`. */
const pieces = (folded: string): string[][] =>
  folded
    .split(/[(/[]/)
    .flatMap((piece) => splitAt(wordsOf(elided(piece).replaceAll("'", ''), /[^\p{L}?]+/u), OTHER_NAME));

const splitAt = (words: readonly string[], marks: ReadonlySet<string>): string[][] => {
  const groups: string[][] = [[]];
  for (const word of words) {
    // At the head of a column the word is somebody's name.
    if (marks.has(word) && groups[0]?.length !== 0) groups.push([]);
    else groups.at(-1)?.push(word);
  }
  return groups;
};

/**
 * `D ALMEIDA`, `L HERMITTE`, `N DIAYE`: the apostrophe was lost. A dot makes it an initial, which stays; so does a letter
 * before any other letter.
 */
const elided = (folded: string): string =>
  folded.replace(/(^|[\s-])([dl]) (?=[aeiouyh])/g, "$1$2'").replace(/(^|[\s-])n (?=[dgktz])/g, "$1n'");

function frenchName(words: readonly string[]): string {
  const kept = words.length > 1 && TITLES.has(words[0] ?? '') ? words.slice(1) : words;
  if (unlessPlaceholder(kept.join(' ')) === '') return '';
  const named = kept.filter((word) => !/^xx+$/.test(word));
  const parts: string[] = [];
  let prefix = '';
  named.forEach((word, index) => {
    const last = index === named.length - 1;
    if (!last && OMITTED.has(word)) return;
    const full = last && prefix === '' ? word : (SHORT.get(word) ?? word);
    if (!last && JOINED.has(full)) prefix += full;
    else {
      parts.push(prefix + full);
      prefix = '';
    }
  });
  return parts.join(' ');
}

/** Empty for a placeholder, and for words of nothing but x. */
const unlessPlaceholder = (name: string): string => (PLACEHOLDERS.has(name) || /^x+( x+)*$/.test(name) ? '' : name);

const present = (names: readonly string[]): string[] => [...new Set(names.filter((name) => name !== ''))];

/** Whether a letter of this part was lost on the way: such parts never agree exactly. */
export const isUncertain = (part: string): boolean => part.includes(LOST_LETTER);
