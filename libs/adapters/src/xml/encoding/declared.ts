import type { Encoding } from '#libs/domain';
import { malformed, XmlRefused } from '../refusal.js';
import { isXmlEncoding, type XmlEncoding } from './decoder.js';

const UTF8_MARK = [0xef, 0xbb, 0xbf];
const OTHER_STARTS: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0xff, 0xfe], 'UTF-16LE'],
  [[0xfe, 0xff], 'UTF-16BE'],
  [[0x3c, 0x00], 'UTF-16LE'],
  [[0x00, 0x3c], 'UTF-16BE'],
];

const S = '[ \\t\\r\\n]';
const DECLARATION = new RegExp(
  `^<\\?xml${S}+version${S}*=${S}*(?:"1\\.[0-9]+"|'1\\.[0-9]+')` +
    `(?:${S}+encoding${S}*=${S}*(?:"([A-Za-z][A-Za-z0-9._-]*)"|'([A-Za-z][A-Za-z0-9._-]*)'))?` +
    `(?:${S}+standalone${S}*=${S}*(?:"(?:yes|no)"|'(?:yes|no)'))?${S}*\\?>$`,
);

/** Names that exports declare for one and the same encoding (IANA character sets: preferred names and aliases). */
const ALIASES: ReadonlyMap<string, XmlEncoding> = new Map([
  ['utf8', 'utf-8'],
  ['latin1', 'iso-8859-1'],
  ['iso_8859-1', 'iso-8859-1'],
  ['cp1252', 'windows-1252'],
]);

const NAME_SHOWN = 40;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

const unreadable = (encoding: string, allowed: readonly Encoding[]): XmlRefused =>
  new XmlRefused(
    'file.unreadable',
    { key: 'xml.encoding', args: { encoding: encoding.slice(0, NAME_SHOWN), allowed: allowed.join(', ') } },
    0,
  );

/**
 * Bytes of a UTF-8 byte-order mark at the start of a file: 3 or 0.
 * @throws XmlRefused `file.unreadable` where the first bytes are those of UTF-16
 */
export const markLength = (bytes: Uint8Array, allowed: readonly Encoding[]): number => {
  const other = OTHER_STARTS.find(([start]) => startsWith(bytes, start));
  if (other !== undefined) throw unreadable(other[1], allowed);
  return startsWith(bytes, UTF8_MARK) ? UTF8_MARK.length : 0;
};

/** Whether a file ends in the middle of its UTF-8 byte-order mark. */
export const isCutMark = (bytes: Uint8Array): boolean =>
  bytes.length > 0 && bytes.length < UTF8_MARK.length && bytes.every((byte, at) => byte === UTF8_MARK[at]);

/**
 * The encoding of a document from its XML declaration (`''` when it has none) and byte-order mark; UTF-8 when neither says.
 * @throws XmlRefused `xml.malformed` for a declaration that is none, `file.unreadable` for an encoding that is not allowed
 *   or that the byte-order mark contradicts
 */
export const encodingOf = (declaration: string, marked: boolean, allowed: readonly Encoding[]): XmlEncoding => {
  const found = declaration === '' ? [] : DECLARATION.exec(declaration);
  if (found === null) throw malformed('declaration', marked ? UTF8_MARK.length : 0);
  const declared = found[1] ?? found[2] ?? 'utf-8';
  const name = ALIASES.get(declared.toLowerCase()) ?? declared.toLowerCase();
  if (!isXmlEncoding(name) || !allowed.includes(name)) throw unreadable(declared, allowed);
  if (marked && name !== 'utf-8')
    throw new XmlRefused(
      'file.unreadable',
      { key: 'xml.encoding-conflict', args: { encoding: declared.slice(0, NAME_SHOWN) } },
      0,
    );
  return name;
};
