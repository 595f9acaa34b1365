import iconv from 'iconv-lite';
import { UNDECODABLE, encodeLatin1, encodeMacRoman, encodeUtf8, encodeWindows1252 } from './byte-encodings.js';
import { FRENCH_SURNAMES, WORLD_SURNAMES } from './surname-pool.js';
import { MEN_GIVEN_NAMES, WOMEN_GIVEN_NAMES } from './given-name-pool.js';

const NAMES = [...FRENCH_SURNAMES, ...WORLD_SURNAMES, ...MEN_GIVEN_NAMES, ...WOMEN_GIVEN_NAMES];

describe('encoders', () => {
  it.each([
    ['windows-1252', encodeWindows1252],
    ['latin1', encodeLatin1],
    ['macroman', encodeMacRoman],
  ])('write every name of the pools in %s as a converter reads it', (encoding, encode) => {
    for (const name of NAMES.flatMap((each) => [each, each.toUpperCase()])) {
      expect(iconv.decode(encode(`${name}\t«é»\u00a0\r\n`), encoding)).toBe(`${name}\t«é»\u00a0\r\n`);
    }
  });

  it('plant the byte that windows-1252 lacks, and one that UTF-8 never has', () => {
    expect([...encodeWindows1252(`a${UNDECODABLE.windows1252}é`)]).toEqual([0x61, 0x81, 0xe9]);
    expect([...encodeUtf8(`é${UNDECODABLE.utf8}b`)]).toEqual([0xc3, 0xa9, 0xff, 0x62]);
  });

  it('refuse a character that the encoding lacks', () => {
    expect(() => encodeLatin1('œ')).toThrow(RangeError);
    expect([...encodeWindows1252('œ€')]).toEqual([0x9c, 0x80]);
  });
});
