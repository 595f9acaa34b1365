import { remembering, rewrite, type Rule, soundLetters } from './rewrite.js';

/**
 * Each line is a rule of Phonex, in its order; digits stand for sounds (1 `an`, 4 `in`, 2 `wa`, 3 `ou`, 5 `ch`). What we do
 * otherwise: doubled letters other than `ss` go first (`Mohamed`, `Mohammed`), so do mute consonants at the end; a soft `c`
 * is an `s` before vowels are read; a mute `e` goes last (`Jean` is not `Jeanne`); `w` is `v`; the code stays text.
 */
const RULES: readonly Rule[] = [
  [/([^s])\1+/g, '$1'],
  [/ault$/, 'au'],
  [/(?<=..)[dpstxz]+$/, ''],
  [/(?<=.)w$/, ''],
  [/w/g, 'v'],
  [/y/g, 'i'],
  [/s?c(?=[ei])/g, 'ss'],
  [/(?<![csp])h/g, ''],
  [/ph/g, 'f'],
  [/ga(?=i?[nm])/g, 'ka'],
  [/[ae]i([nm])(?=[aeiou])/g, 'Y$1'],
  [/eau/g, 'o'],
  [/oua/g, '2'],
  [/[ae]i[nm]/g, '4'],
  [/[ae]i/g, 'Y'],
  [/e(?=r|ss|t)/g, 'Y'],
  [/[ae][nm](?![aeiouY1-4])/g, '1'],
  [/in(?![aeiouY1-4])/g, '4'],
  [/(?<=[aeiouY1-4])s(?=[aeiouY1-4])/g, 'z'],
  [/oe|eu/g, 'e'],
  [/au/g, 'o'],
  [/o[iy]/g, '2'],
  [/ou/g, '3'],
  [/s?ch|sh/g, '5'],
  [/ss|sc/g, 's'],
  [/qu?|gu(?=[eiY])|c/g, 'k'],
  [/g(?=[ao])/g, 'k'],
  [/a/g, 'o'],
  [/[dp]/g, 't'],
  [/j/g, 'g'],
  [/[bv]/g, 'f'],
  [/m/g, 'n'],
  [/Y/g, 'e'],
  [/(.)\1+/g, '$1'],
  [/(?<=..)e$/, ''],
];

/**
 * How a part of a name sounds in French; empty where it holds no letter a to z. Names that sound alike share it, and some
 * that do not. Rules after Frédéric Brouard, "L'art des Soundex" (Phonex), 1999.
 */
export const soundCode = remembering((part) => rewrite(soundLetters(part), RULES).toUpperCase());
