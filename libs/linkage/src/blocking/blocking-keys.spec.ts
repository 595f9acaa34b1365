import { compilePlan } from '../plan/compile-plan.js';
import type { LinkageDocument } from '../plan/linkage-document.js';
import { prepare } from '../prepare/prepare.js';
import { blockingKeys } from './blocking-keys.js';

const keysBy = (blocking: LinkageDocument['blocking'], values: Record<string, string | null>): string[] => {
  const plan = compilePlan({
    linkage: 'test',
    version: 1,
    fields: {
      given: { kind: 'names', from: ['given'], language: 'fr' },
      surname: { kind: 'names', from: ['birthName', 'usageName'], language: 'fr' },
      birth: { kind: 'date', from: ['birth'], formats: ['YYYY-MM-DD', 'YYYY-MM', 'YYYY', 'DD/MM/YY'] },
      address: { kind: 'text', from: ['address'], language: 'fr' },
      sex: { kind: 'code', from: ['sex'] },
    },
    blocking,
    largestBlock: 100,
    families: { name: ['given', 'surname'] },
    decide: { automatic: { probability: 0.99, margin: 6, families: 1 }, review: { from: -3, vetoedFrom: 10 } },
  });
  return blockingKeys(plan, prepare(plan, values));
};

describe('blockingKeys', () => {
  test('a key is its position and the value of each part', () => {
    const values = { given: 'Aïcha Marie', birth: '1980-05-02' };
    expect(keysBy([['birth.year'], ['birth.full', 'given.initial']], values)).toEqual(['0|80', '1|80-5-2|a']);
  });

  test('a missing part is no key, and no hindrance to others', () => {
    expect(keysBy([['birth.full'], ['given.first'], ['sex.exact']], { given: 'Aïcha' })).toEqual(['1|aicha']);
    expect(keysBy([['birth.full'], ['birth.yearMonth'], ['birth.year']], { birth: '1980-05' })).toEqual([
      '1|80-5',
      '2|80',
    ]);
  });

  test('a birth name and a name in use make a key each', () => {
    const values = { birthName: 'Martin', usageName: 'de Beaumont' };
    expect(keysBy([['surname.first']], values)).toEqual(['0|martin', '0|beaumont']);
    expect(keysBy([['surname.exact']], values)).toEqual(['0|beaumont martin']);
    expect(keysBy([['surname.first']], { birthName: 'Martin', usageName: 'MARTIN' })).toEqual(['0|martin']);
  });

  test('two-digit and four-digit years meet', () => {
    expect(keysBy([['birth.full']], { birth: '02/05/80' })).toEqual(keysBy([['birth.full']], { birth: '1980-05-02' }));
  });

  test('names in each other’s place meet where both columns stand together', () => {
    const blocking = [['given/surname.phonetic1', 'given/surname.phonetic1']];
    const straight = keysBy(blocking, { given: 'Aïcha', birthName: 'Traoré' });
    const swapped = keysBy(blocking, { given: 'TRAORE', birthName: 'AICHA' });
    expect(straight).toHaveLength(1);
    expect(swapped).toEqual(straight);
  });

  test('the same part twice asks for two different values, each pair once', () => {
    const blocking = [['given/surname.first', 'given/surname.first']];
    expect(keysBy(blocking, { given: 'Paul', birthName: 'Paul' })).toEqual([]);
    const three = keysBy(blocking, { given: 'Aline', birthName: 'Martin', usageName: 'Bonnet' });
    expect(three.toSorted()).toEqual(['0|aline|bonnet', '0|aline|martin', '0|bonnet|martin']);
  });

  test('an initial has no sound, and a lost letter is no initial', () => {
    expect(keysBy([['given.phonetic1'], ['given.first']], { given: 'J.' })).toEqual(['1|j']);
    expect(keysBy([['given.initial']], { given: '?milie' })).toEqual([]);
  });

  test('a door is found whatever building and floor follow', () => {
    const one = keysBy([['address.start']], { address: '12 rue de la Paix, bât. B 75002 PARIS' });
    expect(one).toEqual(['0|12 rue paix']);
    expect(keysBy([['address.start']], { address: '12 r. Paix 75 002 Paris' })).toEqual(one);
    expect(keysBy([['address.exact']], { address: 'rue Paix 12' })).toEqual(['0|12 paix rue']);
  });
});
