import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { Utf8Tally } from './utf8.tally.js';

const tally = (bytes: Uint8Array): Utf8Tally => {
  const counted = new Utf8Tally();
  for (const byte of bytes) counted.add(byte);
  counted.end();
  return counted;
};

describe('the tally of UTF-8 sequences', () => {
  it('finds something malformed exactly where the platform does', () => {
    const byte = fc.constantFrom(0x41, 0x80, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5);
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 8 }), (bytes) => {
        expect(tally(Uint8Array.from(bytes)).malformed === 0).toBe(isUtf8(Uint8Array.from(bytes)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('counts characters beyond ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '€', '\u{1f600}') }), (text) => {
        expect(tally(Buffer.from(text)).wellFormed).toBe([...text].filter((character) => character !== 'a').length);
      }),
    );
  });
});
