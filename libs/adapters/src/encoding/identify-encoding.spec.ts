import type { Encoding } from '#libs/domain';
import { EncodingEvidence } from './encoding.evidence.js';
import { identifyEncoding, type EncodingVerdict } from './identify-encoding.js';
import { toUnits } from './unit-text.js';

const ALL: readonly Encoding[] = ['utf-8', 'windows-1252', 'macroman', 'utf-16le', 'utf-16be'];

function verdict(bytes: Uint8Array, candidates: readonly Encoding[], block = 1_000): EncodingVerdict {
  const evidence = new EncodingEvidence();
  for (let at = 0; at < bytes.length; at += block) evidence.add(bytes.subarray(at, at + block));
  evidence.end();
  return identifyEncoding(evidence, candidates);
}

function write(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  return Buffer.from(toUnits(text, encoding) ?? '', 'latin1');
}

const texts: readonly (readonly [string, string])[] = [
  ['running text', 'Orientée vers l’accès aux droits, à revoir après la fête de Noël ; reçue très tôt.'],
  ['capital surnames', 'LEFÈVRE\tANDRÉ\rBÉRÉNICE\tFRANÇOIS\rCÔTÉ\tZOË'],
  ['one È among capitals', '12\tMICHÈLE\tPARIS\r'],
  ['one é in a name', '12\tMichéle\tParis\r'],
  ['one è in a name', '12\tHélène\rAgnès\r'],
  ['one É before small letters', '1\tÉlodie\r2\tÉric\r'],
  ['amounts with a no-break space', 'Énergie\t2\u00a0978,71\rénergie\t1\u00a0200,00\r'],
  ['ç and ô', 'François\rJérôme\r'],
  ['quotation marks', '« à voir » … l’aîné, œuvre'],
];

describe('identifying an encoding', () => {
  for (const encoding of ALL)
    it.each(texts)(`finds ${encoding} in %s, wherever the blocks are cut`, (_, text) => {
      for (const block of [1, 7, 1_000])
        expect(verdict(write(text, encoding), ALL, block)).toEqual({ ok: true, encoding });
    });

  it('tells windows-1252 and Mac Roman apart in either order of candidates', () => {
    for (const [, text] of texts)
      for (const encoding of ['windows-1252', 'macroman'] as const)
        for (const candidates of [
          ['windows-1252', 'macroman'],
          ['macroman', 'windows-1252'],
        ] as const)
          expect(verdict(write(text, encoding), candidates)).toEqual({ ok: true, encoding });
  });

  it('takes the first candidate where no byte is beyond ASCII', () => {
    expect(verdict(Buffer.from('1\tParis\r'), ['macroman', 'utf-8'])).toEqual({ ok: true, encoding: 'macroman' });
    expect(verdict(Buffer.of(), ['utf-16le', 'utf-8'])).toEqual({ ok: true, encoding: 'utf-8' });
  });

  it('does not guess with a single candidate', () => {
    expect(verdict(Buffer.from('été'), ['windows-1252'])).toEqual({ ok: true, encoding: 'windows-1252' });
  });

  it('believes a byte-order mark, even against the candidates', () => {
    const marked = Buffer.concat([Buffer.of(0xff, 0xfe), write('é', 'utf-16le')]);
    expect(verdict(marked, ALL)).toEqual({ ok: true, encoding: 'utf-16le' });
    expect(verdict(marked, ['windows-1252'])).toEqual({ ok: false, found: 'utf-16le' });
    expect(verdict(write('plain', 'utf-16be'), ['utf-8', 'macroman'])).toEqual({ ok: false, found: 'utf-16be' });
  });

  it('stays with UTF-8 when one record of many is corrupt', () => {
    const bytes = Buffer.concat([write('é'.repeat(100), 'utf-8'), Buffer.of(0xe9, 0x20)]);
    expect(verdict(bytes, ['windows-1252', 'utf-8'])).toEqual({ ok: true, encoding: 'utf-8' });
  });

  it('prefers windows-1252 to ISO 8859-1 only where that one has control characters', () => {
    expect(verdict(write('été', 'iso-8859-1'), ['iso-8859-1', 'windows-1252'])).toMatchObject({
      encoding: 'iso-8859-1',
    });
    expect(verdict(write('l’été', 'windows-1252'), ['iso-8859-1', 'windows-1252'])).toMatchObject({
      encoding: 'windows-1252',
    });
  });
});
