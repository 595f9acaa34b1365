/**
 * A number for the key of a record: 0 for none, above 0 for a key that the number spells out, below 0 for a hash. Keys
 * with one number above 0 are the same key; those with one number below 0 must be compared by their text.
 */
export type KeyCode = number;

/** What keys of the legacy systems are made of, and so few that ten of them fit into the 53 bits of an exact number. */
const SPELT = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-/.';
const LONGEST_SPELT = 10;
const BASE = SPELT.length;

/** The digit of each ASCII character, from 1 on; 0 for those that are not spelt. Without a zero, lengths differ too. */
const DIGITS = Uint8Array.from({ length: 128 }, (_, unit) => SPELT.indexOf(String.fromCharCode(unit)) + 1);

export const keyCode = (key: string): KeyCode => {
  if (key.length > LONGEST_SPELT) return hashCode(key);
  let code = 0;
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at);
    const digit = unit < DIGITS.length ? (DIGITS[unit] as number) : 0;
    if (digit === 0) return hashCode(key);
    code = code * BASE + digit;
  }
  return code;
};

/** Two multiplicative hashes of 32 bits, mixed and joined to 53: well spread over like keys, and not a secret. */
export const hashCode = (key: string): KeyCode => {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x27d4eb2f);
    low = Math.imul(low ^ unit, 0x165667b1);
  }
  high = Math.imul(high ^ (high >>> 15), 0x2c1b3c6d) ^ Math.imul(low ^ (low >>> 13), 0x297a2d39);
  low = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d) ^ Math.imul(high ^ (high >>> 13), 0x297a2d39);
  return -((high >>> 11) * 4294967296 + (low >>> 0)) - 1;
};
