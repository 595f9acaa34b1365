import iconv from 'iconv-lite';

/** Encodings whose every character is one byte. */
export type SingleByteEncoding = 'windows-1252' | 'iso-8859-1' | 'macroman';

/** The character of each of the 256 bytes; `''` for a byte that means nothing in the encoding. */
export type CodePage = readonly string[];

const REPLACEMENT = '\ufffd';

/**
 * Where iconv-lite differs from the tables that the files were written with: Apple gave 0xDB to the euro in 1998 and writes
 * omega as the letter. 0xF0 (the Apple logo, no Unicode character) stays undecodable.
 */
const CORRECTIONS: Readonly<Record<SingleByteEncoding, Readonly<Record<number, string>>>> = {
  'windows-1252': {},
  'iso-8859-1': {},
  macroman: { 0xbd: '\u03a9', 0xdb: '€' },
};

const pages = new Map<SingleByteEncoding, CodePage>();

/** The table of a single-byte encoding, built once. Node's own TextDecoder is wrong for windows-1252 in 0x80 to 0x9F. */
export function codePage(encoding: SingleByteEncoding): CodePage {
  const known = pages.get(encoding);
  if (known !== undefined) return known;
  const page = Array.from({ length: 256 }, (_, byte) => {
    const text = CORRECTIONS[encoding][byte] ?? iconv.decode(Buffer.of(byte), encoding);
    return text === REPLACEMENT ? '' : text;
  });
  pages.set(encoding, page);
  return page;
}
