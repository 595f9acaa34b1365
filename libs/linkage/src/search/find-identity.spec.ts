import { findIdentity, givenNamesOf, type IdentityRecord } from './find-identity.js';

const record = (personId: string, names: string[], givenNames: string, telling = {}): IdentityRecord => ({
  personId,
  names,
  givenNames,
  telling,
});
const KNOWN = new Set(['julie', 'julien', 'lena', 'lina', 'mohamed', 'mohammed', 'jean marc']);
const find = (name: string, givenName: string, ...records: IdentityRecord[]) =>
  findIdentity({ name, givenName }, records, (one) => KNOWN.has(one));

describe('one person', () => {
  const held = record('p', ['LE GOFF', 'MARTIN'], 'Jean-Marc');
  test.each([
    ['as it is written', 'Le Goff', 'Jean-Marc'],
    ['by the name in use', 'Martin', 'Jean-Marc'],
    ['without accents, case and hyphens', 'LEGOFF', 'JEAN MARC'],
    ['with accents that the source lost', 'Lé Goff', 'Jéan-Marc'],
    ['a letter left out of the surname', 'Le Gof', 'Jean-Marc'],
    ['two letters exchanged', 'Martni', 'Jean-Marc'],
    ['a letter changed inside the given name', 'Le Goff', 'Jaen-Marc'],
    ['both names in one box', 'LE GOFF EPOUSE MARTIN', 'Jean-Marc'],
  ])('%s', (_story, name, givenName) => {
    expect(find(name, givenName, held)).toEqual({ result: 'match', personId: 'p' });
  });

  test('further given names count as little as their absence', () => {
    expect(find('Diallo', 'Séverine', record('p', ['DIALLO'], 'Severine Maria')).result).toBe('match');
    expect(find('Diallo', 'Severine Maria', record('p', ['DIALLO'], 'SEVERINE')).result).toBe('match');
  });

  test('who agrees whole is found beside who agrees but for a letter', () => {
    const found = find('Diallo', 'Lena', record('a', ['DIALLO'], 'LENA'), record('b', ['DIALLO'], 'LINA'));
    expect(found).toEqual({ result: 'match', personId: 'a' });
  });

  test('two records of one person are one', () => {
    expect(find('Roux', 'Zoé', record('a', ['ROUX'], 'ZOE'), record('a', ['ROUX'], 'Zoé')).result).toBe('match');
  });
});

describe('nobody', () => {
  test.each([
    ['a twin sister for her brother', 'Diallo', 'Julien', record('p', ['DIALLO'], 'JULIE')],
    ['a twin of another name, one letter away', 'Diallo', 'Lena', record('p', ['DIALLO'], 'LINA')],
    [
      'a sister where only the end differs, in names nobody else bears',
      'Diallo',
      'Gabrio',
      record('p', ['DIALLO'], 'Gabria'),
    ],
    ['a short name one letter away', 'Roux', 'Léa', record('p', ['ROUX'], 'Léo')],
    ['two slips', 'Lemarchnad', 'Jaen-Marc', record('p', ['LEMARCHAND'], 'JEAN-MARC')],
    ['Marie for Marie-Laure', 'Roux', 'Marie', record('p', ['ROUX'], 'Marie-Laure')],
    ['an initial', 'Roux', 'J', record('p', ['ROUX'], 'Julie')],
    ['another surname', 'Blanc', 'Julie', record('p', ['ROUX'], 'Julie')],
    ['a placeholder', 'SNP', 'inconnu', record('p', ['SNP'], 'inconnu')],
    ['a record without given names', 'Roux', 'Julie', record('p', ['ROUX'], '')],
  ])('%s', (_story, name, givenName, held) => {
    expect(find(name, givenName, held)).toEqual({ result: 'none' });
  });
});

describe('several', () => {
  test('says what would tell them apart, and nothing of it', () => {
    const found = find(
      'Roux',
      'Julie',
      record('a', ['ROUX'], 'JULIE', { sex: 'woman', postcode: '75018', site: 'psa-07' }),
      record('b', ['ROUX'], 'Julie', { sex: 'woman', postcode: '75019', site: null }),
    );
    expect(found).toEqual({ result: 'several', askFor: ['postcode'] });
  });

  test('a slip that could be of two persons is of neither', () => {
    const found = find(
      'Lemarchan',
      'Julie',
      record('a', ['LEMARCHAND'], 'Julie'),
      record('b', ['LEMARCHANT'], 'Julie'),
    );
    expect(found).toEqual({ result: 'several', askFor: [] });
  });
});

test('the names that a column holds, as they are asked for', () => {
  expect(givenNamesOf('Mohamed Amine')).toEqual(['mohamed amine', 'mohamed']);
  expect(givenNamesOf('inconnu')).toEqual([]);
});
