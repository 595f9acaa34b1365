import type { NameLanguage } from '../plan/linkage-plan.js';
import { ADDRESS_OMITTED, ADDRESS_SHORT, AFTER_NUMBER } from './address-words.js';
import { fold } from './fold.js';

const NUMBER = /^\d+$/;

/**
 * The words of an address or another text in their order: folded, numbers apart from letters (`12bis` → `12 bis`), a
 * number written in groups (`75 019`) as one where it is all that a column holds. French short forms are spelled out and
 * articles left out, so that `12 r. de la Paix` and `12 RUE LA PAIX` are one address.
 */
export const textTokens = (raw: string, language: NameLanguage): string[] => {
  const folded = fold(raw);
  const spaced = /^[\d\s]+$/.test(folded) ? folded.replace(/\s/g, '') : apart(folded);
  const tokens = spaced.split(/[^\p{L}\p{N}]+/u).filter((token) => token !== '');
  if (language === 'none') return tokens;
  return tokens.map(spelled).filter((token) => !ADDRESS_OMITTED.has(token));
};

const apart = (folded: string): string => folded.replace(/(\d)(?=\p{L})/gu, '$1 ').replace(/(\p{L})(?=\d)/gu, '$1 ');

const spelled = (token: string, index: number, tokens: readonly string[]): string => {
  if (AFTER_NUMBER.has(token) && !NUMBER.test(tokens[index - 1] ?? '')) return token;
  return ADDRESS_SHORT.get(token) ?? token;
};
