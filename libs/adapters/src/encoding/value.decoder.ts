import { isUtf8 } from 'node:buffer';
import type { Encoding } from '#libs/domain';
import { codePage, type CodePage } from './code-page.js';
import { isUtf16, type UnitText } from './unit-text.js';

/** What turns the units of one value into text. */
export interface ValueDecoder {
  /**
   * 1 for each unit that does not stand for itself, so that a value without any needs no decoding: 256 entries for 8-bit
   * encodings, 65,536 for UTF-16.
   */
  readonly suspects: Uint8Array;
  /** The text of a value, or undefined where its units mean nothing in the encoding. */
  readonly decode: (units: UnitText) => string | undefined;
}

/** The decoder of an encoding. U+0000 is for the caller to refuse: it is a character in every encoding. */
export function valueDecoder(encoding: Encoding): ValueDecoder {
  if (isUtf16(encoding)) return { suspects: surrogates(), decode: decodeUtf16 };
  if (encoding === 'utf-8') return { suspects: suspectsWhere((byte) => byte >= 0x80), decode: decodeUtf8 };
  const page = codePage(encoding);
  const suspects = suspectsWhere((byte) => page[byte] !== String.fromCharCode(byte));
  return { suspects, decode: (units) => decodeByPage(units, page, suspects) };
}

function suspectsWhere(suspect: (byte: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (suspect(byte) ? 1 : 0));
}

function surrogates(): Uint8Array {
  return new Uint8Array(0x1_0000).fill(1, 0xd800, 0xe000);
}

/** Copies runs of units that stand for themselves and looks the others up: an accented name has one or two. */
function decodeByPage(units: UnitText, page: CodePage, suspects: Uint8Array): string | undefined {
  let text = '';
  let run = 0;
  for (let at = 0; at < units.length; at++) {
    const byte = units.charCodeAt(at);
    if (suspects[byte] === 0) continue;
    const character = page[byte];
    if (character === undefined || character === '') return undefined;
    text += units.substring(run, at) + character;
    run = at + 1;
  }
  return run === 0 ? units : text + units.substring(run);
}

function decodeUtf8(units: UnitText): string | undefined {
  const bytes = Buffer.from(units, 'latin1');
  const text = bytes.toString('utf8');
  // A replacement character is either malformed input or really in the file; only then is the costlier check needed.
  return text.includes('\ufffd') && !isUtf8(bytes) ? undefined : text;
}

function decodeUtf16(units: UnitText): string | undefined {
  return units.isWellFormed() ? units : undefined;
}
