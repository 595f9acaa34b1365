import { SaxesParser } from 'saxes';
import { decoderOf, type Decoder, type XmlEncoding } from '../encoding/decoder.js';
import type { Decoded, XmlReader, XmlSink } from '../events.js';
import { forbidden, malformed } from '../refusal.js';

/**
 * Bytes from 0x80 as characters of their own that names may hold (Yi syllables), so that one character is one byte, a
 * position is an offset, and a reference such as `&#233;` cannot be taken for a raw byte.
 */
const RAISED = 0xa000;
const RAISED_BYTE = /[\ua080-\ua0ff]/g;
const BYTES_AND_REST = /([\0-\x7f\ua080-\ua0ff]+)|([^\0-\x7f\ua080-\ua0ff]+)/g;

const toCharacters = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte < 0x80 ? byte : RAISED + byte)).join('');

const toBytes = (characters: string): Buffer =>
  Buffer.from(
    characters.replace(RAISED_BYTE, (character) => String.fromCharCode(character.charCodeAt(0) - RAISED)),
    'latin1',
  );

const decodeCharacters = (decode: Decoder, characters: string): Decoded => {
  let text = '';
  for (const [, raw, rest] of characters.matchAll(BYTES_AND_REST)) {
    const bytes = toBytes(raw ?? '');
    const piece = raw === undefined ? (rest ?? '') : decode(bytes, 0, bytes.length);
    if (piece === null) return null;
    text += piece;
  }
  return text;
};

/**
 * The reference that the scanner is proven against: the same events, made by saxes. For tests: it keeps the whole input,
 * sees a DOCTYPE only when that is complete, and knows no limits.
 */
export class SaxesReader implements XmlReader {
  private readonly parser = new SaxesParser();
  private input = '';

  constructor(sink: XmlSink, encoding: XmlEncoding) {
    const { parser } = this;
    const read = (characters: string): Decoded => decodeCharacters(decoderOf(encoding), characters);
    const nameOf = (characters: string): string => read(characters) ?? `\0${toBytes(characters).toString('latin1')}`;
    let start = 0;
    parser.on('error', () => {
      throw malformed('start-tag', parser.position);
    });
    parser.on('xmldecl', (declaration) => {
      if ((declaration.encoding ?? encoding).toLowerCase() !== encoding) throw malformed('declaration', 0);
    });
    parser.on('doctype', () => {
      throw forbidden(parser.position);
    });
    parser.on('opentagstart', () => {
      start = this.input.lastIndexOf('<', parser.position - 1);
    });
    parser.on('opentag', (tag) => {
      const attributes = new Map(Object.entries(tag.attributes).map(([name, value]) => [nameOf(name), read(value)]));
      sink.open(nameOf(tag.name), { value: (name) => attributes.get(name) }, start);
    });
    parser.on('text', (text) => {
      if (sink.wantsText) sink.text(read(text));
    });
    parser.on('cdata', (text) => {
      if (sink.wantsText) sink.text(read(text));
    });
    parser.on('closetag', () => {
      sink.close(parser.position);
    });
  }

  write(bytes: Uint8Array): void {
    const characters = toCharacters(bytes);
    this.input += characters;
    this.parser.write(characters);
  }

  end(): void {
    this.parser.close();
  }
}
