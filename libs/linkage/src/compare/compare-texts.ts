import type { TextValue } from '../prepare/prepared.js';
import { TEXT } from './levels.js';
import { isTypo, sameLetters } from './typo.js';

/** So many common tokens make a shorter address the same place with less said (a number, a street's two words). */
const TELLING_TOKENS = 3;

/**
 * The level at which two texts (an address) agree. Symmetric. exact: the same tokens; close: the same letters, one token
 * with a typo, or one text with less said; partial: half of all tokens in common, or one number with a typo. Numbers are
 * never close: 12 and 14 are two houses.
 */
export function compareTexts(a: TextValue, b: TextValue): number {
  if (a.text === b.text) return TEXT.exact;
  const common = countCommon(a.tokens, b.tokens);
  const onlyA = a.tokens.length - common;
  const onlyB = b.tokens.length - common;
  if (onlyA === 0 && onlyB === 0) return TEXT.exact;
  if (sameLetters(a.text, b.text)) return TEXT.close;
  if ((onlyA === 0 || onlyB === 0) && common >= TELLING_TOKENS) return TEXT.close;
  if (onlyA === 1 && onlyB === 1) {
    const one = oddToken(a.tokens, b.tokens);
    const other = oddToken(b.tokens, a.tokens);
    if (isTypo(one, other)) return hasDigit(one) || hasDigit(other) ? TEXT.partial : TEXT.close;
  }
  return common > 0 && 2 * common >= common + onlyA + onlyB ? TEXT.partial : TEXT.different;
}

/** Tokens are sorted and each is there once. */
function countCommon(a: readonly string[], b: readonly string[]): number {
  let common = 0;
  for (const token of a) {
    for (const other of b) {
      if (token === other) {
        common++;
        break;
      }
    }
  }
  return common;
}

function oddToken(tokens: readonly string[], others: readonly string[]): string {
  for (const token of tokens) if (!others.includes(token)) return token;
  return '';
}

function hasDigit(token: string): boolean {
  for (let at = 0; at < token.length; at++) {
    const code = token.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}
