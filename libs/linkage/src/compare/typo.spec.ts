import fc from 'fast-check';
import { isTypo, sameLetters, withinEdits } from './typo.js';

/** Optimal string alignment as the textbook has it, to hold the fast way against. */
function alignment(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1);
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (exchanged) best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = best;
    }
  }
  return rows[a.length]![b.length]!;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

describe('a typo', () => {
  it('is found wherever the textbook finds it, and nowhere else', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 2 }), (a, b, edits) => {
        expect(withinEdits(a, 0, b, 0, edits)).toBe(alignment(a, b) <= edits);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['dupont', 'dupond', true],
    ['dupont', 'dupnot', true],
    ['martin', 'marin', true],
    ['lea', 'leo', true],
    ['li', 'lu', false],
    ['martin', 'matri', false],
    ['fernandes', 'hernandez', true],
    ['dupont', 'duran', false],
    ['h?l?ne', 'helene', true],
    ['an', 'ana', false],
  ])('%s against %s: %s', (a, b, expected) => {
    expect(isTypo(a, b)).toBe(expected);
    expect(isTypo(b, a)).toBe(expected);
  });

  it.each([
    ['jean pierre', 'jeanpierre', true],
    ['jean pierre', 'jean pierr', false],
    ['el hadj', 'elhadj ', true],
    ['', 'a', false],
  ])('spaces apart, %p is %p: %s', (a, b, expected) => {
    expect(sameLetters(a, b)).toBe(expected);
    expect(sameLetters(b, a)).toBe(expected);
  });
});
