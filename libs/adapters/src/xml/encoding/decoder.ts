import { isUtf8 } from 'node:buffer';
import type { Decoded } from '../events.js';
import { fromWindows1252 } from './windows-1252.js';

/** Encodings that an XML document may come in here: those whose markup is ASCII, one byte a character. */
export const XML_ENCODINGS = ['utf-8', 'iso-8859-1', 'windows-1252'] as const;
export type XmlEncoding = (typeof XML_ENCODINGS)[number];

export const isXmlEncoding = (name: string): name is XmlEncoding => (XML_ENCODINGS as readonly string[]).includes(name);

/** The text of `bytes[start, end)`, or `null` where these bytes mean nothing in the encoding or no XML may hold them. */
export type Decoder = (bytes: Buffer, start: number, end: number) => Decoded;

const REPLACEMENT = '\ufffd';
const NEVER_XML = /[\ufffe\uffff]/;

/** Codes, ranks, yes and no: most values are so short that a call into the platform costs more than the characters. */
const SHORT = 4;

const latin1: Decoder = (bytes, start, end) => {
  if (end - start > SHORT) return bytes.toString('latin1', start, end);
  let text = '';
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] as number);
  return text;
};

const isShortAscii = (bytes: Buffer, start: number, end: number): boolean => {
  if (end - start > SHORT) return false;
  for (let at = start; at < end; at += 1) if ((bytes[at] as number) >= 0x80) return false;
  return true;
};

/** Buffers replace what is invalid by U+FFFD, which may also be there in its own right: only then look twice. */
const utf8: Decoder = (bytes, start, end) => {
  if (isShortAscii(bytes, start, end)) return latin1(bytes, start, end);
  const text = bytes.toString('utf8', start, end);
  if (text.includes(REPLACEMENT) && !isUtf8(bytes.subarray(start, end))) return null;
  return text.length !== end - start && NEVER_XML.test(text) ? null : text;
};

const windows1252: Decoder = (bytes, start, end) => fromWindows1252(latin1(bytes, start, end) ?? '');

const DECODERS: Readonly<Record<XmlEncoding, Decoder>> = {
  'utf-8': utf8,
  'iso-8859-1': latin1,
  'windows-1252': windows1252,
};

export const decoderOf = (encoding: XmlEncoding): Decoder => DECODERS[encoding];
