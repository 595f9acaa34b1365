import { textTokens } from './address.js';
import { foldCode } from './codes.js';

const address = (raw: string): string => textTokens(raw, 'fr').join(' ');

describe('textTokens', () => {
  test.each([
    ['short forms and articles', '12 r. de la Paix', '12 RUE LA PAIX'],
    ['a bis stuck to its number', '12bis av. Foch', '12 BIS AVENUE FOCH'],
    ['a bis as a letter', '12 B rue Foch', '12 bis rue Foch'],
    ['a title of a general', '3 av. du Gal Leclerc', '3 AVENUE GENERAL LECLERC'],
    ['a saint', '1 PL. ST-MICHEL', '1 place Saint Michel'],
    ['a postcode in groups', '75 019', '75019'],
    ['cedex', 'PARIS CEDEX', 'Paris'],
  ])('%s', (_story, one, other) => {
    expect(address(one)).toBe(address(other));
  });

  test('a staircase keeps its letter', () => {
    expect(address('Bât. B, 2 rue Foch')).toBe('batiment b 2 rue foch');
  });

  test('without a language only case, marks and punctuation fold', () => {
    expect(textTokens('12 R. de la Paix', 'none')).toEqual(['12', 'r', 'de', 'la', 'paix']);
  });
});

test('a code loses what people put between its characters', () => {
  expect(foldCode(' 1 85-05.Éa ')).toBe('18505ea');
  expect(foldCode('--')).toBe('');
});
