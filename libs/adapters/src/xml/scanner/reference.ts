import { malformed } from '../refusal.js';
import { CH } from './byte-classes.js';

/** The five entities of XML itself; there are no others, because no document may declare any. */
const ENTITIES: ReadonlyMap<string, number> = new Map([
  ['amp', 0x26],
  ['lt', 0x3c],
  ['gt', 0x3e],
  ['quot', 0x22],
  ['apos', 0x27],
]);

/** Longest reference that is read: leading zeros are legal, a document of nothing but zeros is an attack. */
const LONGEST = 32;
const DECIMAL = /^#[0-9]+$/;
const HEXADECIMAL = /^#x[0-9a-fA-F]+$/;

/** XML 1.0, production 2. */
const isCharacter = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

const codeOf = (name: string): number | undefined => {
  if (HEXADECIMAL.test(name)) return Number.parseInt(name.slice(2), 16);
  if (DECIMAL.test(name)) return Number.parseInt(name.slice(1), 10);
  return ENTITIES.get(name);
};

export interface Reference {
  /** The code point that it stands for. */
  readonly code: number;
  /** Index just after the `;`. */
  readonly end: number;
}

/**
 * Reads the reference whose `&` is at `at`; `undefined` when the bytes end before it does.
 * @param base offset of `bytes[0]` in the file
 * @throws XmlRefused `xml.malformed` for an unknown entity or a character that XML does not have
 */
export const readReference = (bytes: Buffer, at: number, base: number): Reference | undefined => {
  const longest = at + LONGEST;
  let end = at + 1;
  while (end < longest && bytes[end] !== CH.semicolon) {
    if (end >= bytes.length) return undefined;
    end += 1;
  }
  const code = end === longest ? undefined : codeOf(bytes.toString('latin1', at + 1, end));
  if (code === undefined || !isCharacter(code)) throw malformed('reference', base + at);
  return { code, end: end + 1 };
};
