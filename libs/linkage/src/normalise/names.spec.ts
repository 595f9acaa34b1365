import * as fc from 'fast-check';
import { isUncertain, wholeNames } from './names.js';

const french = (raw: string): string => wholeNames(raw, 'fr').join(';');

describe('wholeNames of a French register', () => {
  test.each([
    ['accents, case and ligatures', 'Éloïse', 'ELOISE'],
    ['a ligature', 'Cœur', 'COEUR'],
    ['a compound given name without its hyphen', 'Jean-Marc', 'JEAN MARC'],
    ['a curly apostrophe', 'd’Artagnan', "D'ARTAGNAN"],
    ['an apostrophe lost to a space', "d'Almeida", 'D ALMEIDA'],
    ['an apostrophe lost without a trace', "L'Hermitte", 'LHERMITTE'],
    ['a name of Senegal', "N'Diaye", 'N DIAYE'],
    ['an article apart', 'Le Goff', 'LEGOFF'],
    ['a filiation apart', 'Ben Ali', 'BENALI'],
    ['an Arabic article apart', 'El Amrani', 'EL-AMRANI'],
    ['a Portuguese particle apart', 'da Silva', 'DASILVA'],
    ['a Portuguese hyphen', 'Dos-Santos', 'Dos Santos'],
    ['a Dutch particle apart', 'van der Berg', 'VANDERBERG'],
    ['a nobiliary particle left out', 'de Beaumont', 'BEAUMONT'],
    ['a saint', 'St-Martin', 'SAINT MARTIN'],
    ['a holy woman', 'Ste Rose', 'Sainte-Rose'],
    ['a Turkish dotless i', 'Aydın', 'AYDIN'],
    ['a form of address', 'Mme Dupont', 'DUPONT'],
    ['a question mark apart', 'Dupont ?', 'DUPONT'],
    ['windows-1252 read for UTF-8', 'FranÃ§ois', 'FRANCOIS'],
    ['a capital broken the same way', 'Ã‰milie', 'EMILIE'],
    ['a ligature broken the same way', 'CÅ“ur', 'COEUR'],
    ['a caron broken the same way', 'Å\u00a0imek', 'SIMEK'],
    ['Mac Roman read for UTF-8', 'Fran√ßois', 'FRANCOIS'],
  ])('%s', (_story, one, other) => {
    expect(french(one)).not.toBe('');
    expect(french(one)).toBe(french(other));
  });

  test.each([
    ['the words after `de`', 'de la Tour', 'latour'],
    ['two names in one column', 'DUPONT NEE MARTIN', 'dupont;martin'],
    ['a married name', 'MARTIN EP. DUPONT', 'martin;dupont'],
    ['a name in brackets', 'Dupont (Martin)', 'dupont;martin'],
    ['a double name', 'Moreau-Le Goff', 'moreau legoff'],
    ['an initial with its dot', 'D. Artus', 'd artus'],
    ['a Portuguese capital before a letter', 'JOÃO', 'joao'],
    ['a particle that is the whole name', 'LE', 'le'],
    ['a word that only begins with a mark', 'NEE', 'nee'],
    ['crosses beside a name', 'Xavier XXX', 'xavier'],
  ])('%s', (_story, raw, whole) => {
    expect(french(raw)).toBe(whole);
  });

  test.each(['SNP', 'inconnue', 'X', 'XX', 'Non renseigné', 'SANS NOM', 'sans prénom', '?', '???', '-', ' ', '', '42'])(
    'a placeholder is nothing: %j',
    (raw) => {
      expect(wholeNames(raw, 'fr')).toEqual([]);
    },
  );

  test.each([
    ['B?atrice', 'b?atrice'],
    ['Lo�c', 'lo?c'],
    ['?milie', '?milie'],
    ['JOS?', 'jos?'],
  ])('a lost letter keeps its place and is never certain: %s', (raw, part) => {
    expect(french(raw)).toBe(part);
    expect(isUncertain(part)).toBe(true);
  });

  test('names that differ in a letter stay apart', () => {
    expect(french('Lebrun')).not.toBe(french('Brun'));
    expect(french('Saint-Martin')).not.toBe(french('Martin'));
    expect(french('Benali')).not.toBe(french('Ali'));
  });

  test('whatever comes, a name is letters, lost letters and single spaces, and normal already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        for (const whole of wholeNames(raw, 'fr')) expect(whole).toMatch(/^[\p{L}?]+( [\p{L}?]+)*$/u);
      }),
    );
  });
});

describe('wholeNames without a language', () => {
  test('folds case, marks and punctuation, and nothing else', () => {
    expect(wholeNames('St. John-de la Cruz', 'none')).toEqual(['st john de la cruz']);
    expect(wholeNames("O'Brien 2nd", 'none')).toEqual(['obrien 2nd']);
    expect(wholeNames('Unknown', 'none')).toEqual(['unknown']);
  });
});
