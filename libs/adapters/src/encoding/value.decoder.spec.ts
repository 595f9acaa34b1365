import fc from 'fast-check';
import type { Encoding } from '#libs/domain';
import { toUnits, unitsOf } from './unit-text.js';
import { valueDecoder } from './value.decoder.js';

const french = fc.string({ unit: fc.constantFrom(...'aZ 09éèàêçôîûëïœÉÈÀÇ’«»\u00a0€') });
const withCharacters: readonly Encoding[] = ['utf-8', 'windows-1252', 'macroman', 'utf-16le', 'utf-16be'];

describe('value decoders', () => {
  it.each(withCharacters)('give back what was written in %s', (encoding) => {
    const { decode } = valueDecoder(encoding);
    fc.assert(fc.property(french, (text) => expect(decode(toUnits(text, encoding) ?? '?')).toBe(text)));
  });

  it.each<[Encoding, string]>([
    ['utf-8', 'caf\xe9'],
    ['utf-8', '\xed\xa0\x80'],
    ['utf-8', '\xc3'],
    ['windows-1252', 'a\x81'],
    ['macroman', '\xf0'],
    ['utf-16le', 'a\ud83d'],
    ['utf-16be', '\udc00b'],
  ])('refuse units without meaning in %s', (encoding, units) => {
    expect(valueDecoder(encoding).decode(units)).toBeUndefined();
  });

  it('accept a replacement character that is really in the file', () => {
    expect(valueDecoder('utf-8').decode('37\xef\xbf\xbd')).toBe('37\ufffd');
  });

  it('suspect every unit that does not stand for itself, and no other', () => {
    for (const encoding of ['windows-1252', 'iso-8859-1', 'macroman'] as const) {
      const { suspects, decode } = valueDecoder(encoding);
      for (let byte = 0; byte < 256; byte++) {
        const unit = String.fromCharCode(byte);
        expect(suspects[byte] === 0).toBe(decode(unit) === unit);
      }
    }
  });
});

describe('units of a file', () => {
  it('are the same for both byte orders, and leave half a character out', () => {
    const bytes = Buffer.from('é€\ud83d\ude00', 'utf16le');
    expect(unitsOf(bytes, 'utf-16le')).toBe('é€\ud83d\ude00');
    expect(unitsOf(Buffer.from(bytes).swap16(), 'utf-16be')).toBe('é€\ud83d\ude00');
    expect(unitsOf(bytes.subarray(0, 3), 'utf-16le')).toBe('é');
  });
});
