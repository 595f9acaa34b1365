import type { Encoding } from '#libs/domain';
import { codePage } from './code-page.js';

/**
 * "Unit text" is how the readers hold the bytes of a file before they decode them: a string with one character for each
 * code unit, a byte (U+0000 to U+00FF) in 8-bit encodings, a UTF-16 code unit in the others. Positions in it are positions
 * in the file, and only values that somebody asked for are ever turned into text.
 */
export type UnitText = string;

/** Bytes of one code unit. */
export const unitBytes = (encoding: Encoding): 1 | 2 => (isUtf16(encoding) ? 2 : 1);

export const isUtf16 = (encoding: Encoding): encoding is 'utf-16le' | 'utf-16be' =>
  encoding === 'utf-16le' || encoding === 'utf-16be';

/** Text as the encoding writes it, or undefined where it has no such character. For delimiters, not for values. */
export function toUnits(text: string, encoding: Encoding): UnitText | undefined {
  if (isUtf16(encoding)) return text;
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8').toString('latin1');
  const page = codePage(encoding);
  const bytes = Array.from(text, (character) => page.indexOf(character));
  return bytes.includes(-1) ? undefined : String.fromCharCode(...bytes);
}

/** The units of whole bytes of a file; an odd last byte of UTF-16 is left out. */
export function unitsOf(bytes: Uint8Array, encoding: Encoding): UnitText {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isUtf16(encoding)) return view.toString('latin1');
  const whole = view.subarray(0, view.length & ~1);
  return encoding === 'utf-16le' ? whole.toString('utf16le') : Buffer.from(whole).swap16().toString('utf16le');
}
