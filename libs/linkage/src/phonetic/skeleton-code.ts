import { remembering, rewrite, type Rule, soundLetters } from './rewrite.js';

/** Consonants kept; enough to tell `Delaunay` from `Delacroix`. */
const LENGTH = 4;

/**
 * Each line is a rule of Soundex2, in its order. What we do otherwise: a soft `c` is `s`, `w` counts as `v`, an end loses a
 * vowel or its mute consonants but not both (`Cissé` keeps its `s`), and repeated letters go while the vowels between others
 * still stand, so that `Mamadou` keeps both of its `m`.
 */
const RULES: readonly Rule[] = [
  [/c(?=[eiy])/g, 's'],
  [/gu(?=[ei])/g, 'k'],
  [/g(?=[ao])/g, 'k'],
  [/gu/g, 'k'],
  [/c(?=[aou])/g, 'k'],
  [/qu?|cc|ck/g, 'k'],
  [/w/g, 'v'],
  [/(?<=.)[eiou]/g, 'a'],
  [/^mac/, 'mc'],
  [/^asa/, 'aza'],
  [/^kn/, 'n'],
  [/^pf|ph/g, 'f'],
  [/^sch/, 's'],
  [/(?<![cs])h/g, ''],
  [/(?<!a)y/g, ''],
  [/(.)\1+/g, '$1'],
  [/(?<=.)(?:a|[tds]+)$/, ''],
  [/(?<=.)[ay]/g, ''],
];

/**
 * The consonant skeleton of a part of a name, its first letter kept; empty where it holds no letter a to z. Slips among
 * vowels do not change it. Rules after Frédéric Brouard, "L'art des Soundex" (Soundex2), 1999.
 */
export const skeletonCode = remembering((part) => rewrite(soundLetters(part), RULES).slice(0, LENGTH).toUpperCase());
