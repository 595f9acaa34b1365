import { repairMojibake } from './mojibake.js';

/** Letters that normalisation of Unicode leaves whole. */
const PLAIN: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
};
const WHOLE_LETTERS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');
const APOSTROPHES = /[’‘ʼʹ′`´]/g;
/** Nothing to take apart: most of what legacy systems hold. */
const ASCII = /^[\u0000-\u007f]*$/;
/** A letter that some system could not read. */
const LOST = /[\ufffd\u25a1]/g;

/** Stands for one letter that was lost on the way. A part that holds it is never certain. */
export const LOST_LETTER = '?';

/**
 * Lower case without accents, ligatures taken apart, one kind of apostrophe, U+FFFD as `?`. Everything else stays; the
 * callers cut words. Source: linkage design, "Normalise" (NFD; NFKD here, so that full-width and joined letters fold too).
 */
export const fold = (raw: string): string => {
  if (ASCII.test(raw)) return raw.toLowerCase().replaceAll('`', "'");
  return repairMojibake(raw)
    .replace(APOSTROPHES, "'")
    .replace(LOST, LOST_LETTER)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(WHOLE_LETTERS, (letter) => PLAIN[letter] ?? letter);
};
