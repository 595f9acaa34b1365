import { decoderOf } from './decoder.js';
import { encodingOf } from './declared.js';
import { WINDOWS_1252 } from './windows-1252.js';

const decode = (encoding: Parameters<typeof decoderOf>[0], ...bytes: number[]): string | null =>
  decoderOf(encoding)(Buffer.from(bytes), 0, bytes.length);

describe('windows-1252', () => {
  it('has its own characters from 0x80 to 0x9F', () => {
    expect(decode('windows-1252', 0x80, 0x8c, 0x92, 0x9c, 0x9f, 0xe9)).toBe('€Œ’œŸé');
  });

  it.each([0x81, 0x8d, 0x8f, 0x90, 0x9d])('does not have the byte %i', (byte) => {
    expect(decode('windows-1252', 0x41, byte)).toBeNull();
  });

  it('is ISO-8859-1 everywhere else', () => {
    WINDOWS_1252.forEach((character, byte) => {
      if (byte < 0x80 || byte > 0x9f) expect(character).toBe(String.fromCharCode(byte));
    });
  });
});

describe('UTF-8', () => {
  it.each([
    ['a lone lead byte', [0x41, 0xc3]],
    ['a lone continuation', [0x80]],
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a character that no XML may hold', [0xef, 0xbf, 0xbe]],
  ])('does not have %s', (_, bytes) => {
    expect(decode('utf-8', ...bytes)).toBeNull();
  });

  it('has the replacement character in its own right', () => {
    expect(decode('utf-8', 0xef, 0xbf, 0xbd)).toBe('\ufffd');
  });
});

it.each([
  ['<?xml version="1.0" encoding="ISO-8859-1"?>', 'iso-8859-1'],
  ["<?xml version='1.0' encoding='latin1' standalone='yes' ?>", 'iso-8859-1'],
  ['<?xml version="1.0" encoding="CP1252"?>', 'windows-1252'],
  ['<?xml version="1.0"?>', 'utf-8'],
  ['', 'utf-8'],
])('%s is in %s', (declaration, encoding) => {
  expect(encodingOf(declaration, false, ['utf-8', 'iso-8859-1', 'windows-1252'])).toBe(encoding);
});
