import type { ByteHistogram, CaseContext } from './byte-histogram.js';
import { codePage, type SingleByteEncoding } from './code-page.js';

/**
 * How often a character that is not ASCII is expected, out of 100,000 such characters of French administrative text
 * (running text for the small letters, upper-case surnames for the capitals). Orders of magnitude are enough.
 */
const FREQUENCIES: Readonly<Record<string, number>> = {
  é: 50_000,
  è: 8_000,
  à: 8_000,
  ê: 4_000,
  ç: 3_000,
  ô: 2_500,
  î: 1_500,
  û: 1_000,
  â: 1_500,
  ù: 700,
  ë: 1_500,
  ï: 1_500,
  œ: 500,
  É: 4_000,
  È: 1_000,
  À: 800,
  Ç: 600,
  Ê: 400,
  Ë: 300,
  Ï: 300,
  Ô: 300,
  Î: 250,
  Â: 200,
  Û: 100,
  Ù: 50,
  Œ: 60,
  '’': 3_000,
  '«': 800,
  '»': 800,
  '\u00a0': 2_000,
  '–': 300,
  '—': 100,
  '…': 300,
  '“': 100,
  '”': 100,
  '‘': 60,
  '€': 500,
  '°': 500,
};
/** Letters of names from elsewhere, in the order of how often French files hold them. */
const FOREIGN_COMMON = 'üöäñáíóúãßå';
const FOREIGN_RARE = 'ÜÖÄÑÁÍÓÚÃÅØøæÆìòõšžŠŽÿŸýÝÌÒÕ';
const COMMON = 150;
const RARE = 15;
const SYMBOL = 0.3;
const CONTROL = 0.001;
const UNDEFINED = 0.000_01;
/** A capital among small letters or the reverse: a hundred times less likely than the letter itself. */
const WRONG_CASE = 0.01;

function frequency(character: string): number {
  if (character === '') return UNDEFINED;
  const known = FREQUENCIES[character];
  if (known !== undefined) return known;
  if (FOREIGN_COMMON.includes(character)) return COMMON;
  if (FOREIGN_RARE.includes(character)) return RARE;
  return character >= '\u0080' && character <= '\u009f' ? CONTROL : SYMBOL;
}

function caseFactor(character: string, context: CaseContext): number {
  const upper = character !== character.toLowerCase();
  const lower = character !== character.toUpperCase();
  return (context === 'lower' && upper) || (context === 'upper' && lower) ? WRONG_CASE : 1;
}

/** Log-likelihood that French text in this encoding left these bytes; only differences between encodings mean anything. */
export function frenchScore(histogram: ByteHistogram, encoding: SingleByteEncoding): number {
  const page = codePage(encoding);
  let score = 0;
  for (const { byte, context, count } of histogram) {
    const character = page[byte] ?? '';
    score += count * Math.log(frequency(character) * caseFactor(character, context));
  }
  return score;
}
