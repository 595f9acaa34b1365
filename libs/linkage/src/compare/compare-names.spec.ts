import fc from 'fast-check';
import { LEVELS } from '../plan/linkage-plan.js';
import type { NamesValue } from '../prepare/prepared.js';
import { compareNames } from './compare-names.js';
import { names } from './testing/small-plan.js';

const levelOf = (a: readonly string[], b: readonly string[]): string | undefined =>
  LEVELS.names[compareNames(names(...a), names(...b))];

describe('names agree', () => {
  it.each([
    ['one name', ['dupont'], ['dupont'], 'exact'],
    ['given names in another order, which twins may bear', ['ali karim'], ['karim ali'], 'close'],
    ['a hyphen that was lost', ['jean pierre'], ['jeanpierre'], 'exact'],
    ['a birth name alone against birth name and name in use', ['martin'], ['dupont', 'martin'], 'exact'],
    ['both names, in another order', ['dupont', 'martin'], ['martin', 'dupont'], 'exact'],
    ['married again: one name of two in common', ['martin', 'dupont'], ['martin', 'leroy'], 'close'],
    ['a typo', ['dupont'], ['dupond'], 'close'],
    ['neighbours exchanged', ['michel'], ['micehl'], 'close'],
    ['the first given name alone', ['severine'], ['severine maria victoria'], 'shorter'],
    ['the first half of a name and another', ['jean pierre'], ['jean pierre louis'], 'shorter'],
    ['the first half of a name alone', ['jean'], ['jean pierre'], 'close'],
    ['a first given name with a typo', ['severrine'], ['severine maria'], 'close'],
    ['a first given name with a lost letter', ['andr?'], ['andr? luc'], 'close'],
    ['two letters that begin a name', ['jo'], ['jo ann'], 'close'],
    ['the second given name', ['pierre'], ['jean pierre'], 'close'],
    ['one part of a compound surname', ['martin'], ['dupont', 'leroy martin'], 'close'],
    ['one part of a compound name in use, with a typo', ['marttin'], ['leroy martin'], 'close'],
    ['a letter that an export lost', ['andr?'], ['andre'], 'close'],
    ['the same lost letter on both sides, which is no proof', ['andr?'], ['andr?'], 'close'],
    ['an initial', ['j'], ['jean'], 'initial'],
    ['initials of a compound given name', ['j p'], ['jean pierre'], 'initial'],
    ['a name and an initial', ['jean p'], ['jean pierre'], 'initial'],
  ])('%s', (_, a, b, level) => {
    expect(levelOf(a, b)).toBe(level);
    expect(levelOf(b, a)).toBe(level);
  });

  it.each([
    ['brothers with half a name in common', ['jean pierre'], ['jean paul']],
    ['sisters with half a name in common', ['marie claire'], ['marie louise']],
    ['two names', ['dupont'], ['leroy']],
    ['another initial', ['p'], ['jean']],
    ['two initials', ['j'], ['p']],
    ['short names that differ in a letter', ['li'], ['lu']],
  ])('not: %s', (_, a, b) => {
    expect(levelOf(a, b)).toBe('different');
    expect(levelOf(b, a)).toBe('different');
  });

  it('where every part of the smaller side sounds like one of the larger', () => {
    const sounding = (whole: string, ...phonetic: string[]) => ({
      ...names(whole),
      parts: names(whole).parts,
      phonetic,
    });
    const level = (a: NamesValue, b: NamesValue) => LEVELS.names[compareNames(a, b)];
    const philippe = sounding('philippe', 'FILIP');
    expect(level(philippe, sounding('filip', 'FILIP'))).toBe('phonetic');
    expect(level(philippe, sounding('filip marie', 'FILIP', 'MARI'))).toBe('phonetic');
    expect(level(sounding('filip marie', 'FILIP', 'MARI'), philippe)).toBe('phonetic');
    expect(level(sounding('philippe jean', 'JAN', 'FILIP'), sounding('filip marie', 'FILIP', 'MARI'))).toBe(
      'different',
    );
    expect(level(sounding('mu', ''), sounding('po', ''))).toBe('different');
    // An initial has no sound: what it shares with a name is its letter.
    expect(level(sounding('g', 'G'), sounding('j', 'G'))).toBe('different');
  });

  it('whichever comes first, and best with themselves', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', 'l', 'i', '?'), minLength: 1, maxLength: 5 });
    const whole = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
    const set = fc.uniqueArray(whole, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(levelOf(a, b)).toBe(levelOf(b, a));
        expect(levelOf(a, a)).toBe(a.some((name) => name.includes('?')) ? 'close' : 'exact');
      }),
      { numRuns: 2000 },
    );
  });
});
