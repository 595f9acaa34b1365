import { codePage } from './code-page.js';

const undecodable = (encoding: Parameters<typeof codePage>[0]): number[] =>
  [...codePage(encoding).entries()].filter(([, character]) => character === '').map(([byte]) => byte);

describe('code pages', () => {
  it('know which bytes mean nothing', () => {
    expect(undecodable('windows-1252')).toEqual([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
    expect(undecodable('iso-8859-1')).toEqual([]);
    expect(undecodable('macroman')).toEqual([0xf0]);
  });

  it('put the euro where files have it', () => {
    expect(codePage('windows-1252')[0x80]).toBe('€');
    expect(codePage('macroman')[0xdb]).toBe('€');
  });

  it('hold every French letter once in windows-1252 and Mac Roman', () => {
    for (const encoding of ['windows-1252', 'macroman'] as const)
      for (const letter of 'éèàêçôîûâùëïœÉÈÀÊÇÔÎÛÂÙËÏŒ«»’\u00a0')
        expect(codePage(encoding).filter((character) => character === letter)).toHaveLength(1);
  });

  it('leave ASCII alone', () => {
    for (const encoding of ['windows-1252', 'iso-8859-1', 'macroman'] as const)
      expect(codePage(encoding).slice(0, 0x80).join('')).toBe(String.fromCharCode(...Array(0x80).keys()));
  });
});
