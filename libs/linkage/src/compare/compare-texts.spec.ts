import fc from 'fast-check';
import { LEVELS } from '../plan/linkage-plan.js';
import { compareTexts } from './compare-texts.js';
import { text } from './testing/small-plan.js';

const levelOf = (a: string, b: string): string | undefined => LEVELS.text[compareTexts(text(a), text(b))];

describe('addresses agree', () => {
  it.each([
    ['12 rue paix 75019 paris', '12 rue paix 75019 paris', 'exact'],
    ['12 rue paix 75019 paris', 'rue paix 12 paris 75019', 'exact'],
    ['12 rue champs elysees 75019', '12 rue champselysees 75019', 'close'],
    ['12 rue paix 75019 paris', '12 rue paix', 'close'],
    ['12 rue voltaire 75019 paris', '12 rue voltiare 75019 paris', 'close'],
    ['12 rue paix 75019 paris', '14 rue paix 75019 paris', 'partial'],
    ['12 rue paix 75019 paris', '12 rue paix 75020 paris', 'partial'],
    ['2913', '2193', 'partial'],
    ['12 rue paix 75019 paris', '5 avenue foch 75019 paris', 'different'],
    ['paris', '5 avenue foch 75019 paris', 'different'],
    ['12', '14', 'different'],
  ])('%p and %p: %s', (a, b, level) => {
    expect(levelOf(a, b)).toBe(level);
    expect(levelOf(b, a)).toBe(level);
  });

  it('whichever comes first', () => {
    const token = fc.string({ unit: fc.constantFrom('a', 'b', '1', '2'), minLength: 1, maxLength: 4 });
    const any = fc.array(token, { minLength: 1, maxLength: 5 }).map((tokens) => tokens.join(' '));
    fc.assert(fc.property(any, any, (a, b) => expect(levelOf(a, b)).toBe(levelOf(b, a))));
  });
});
