import { derive, STREAM } from './random.js';
import { givenNames, surname } from './name-composer.js';
import { typo } from './typo.js';

describe('names', () => {
  it('have the cardinality of a town: tens of thousands of surnames among 100,000 households', () => {
    const random = derive(3, STREAM.family, 0);
    const surnames = new Set<string>();
    for (let household = 0; household < 100_000; household += 1) surnames.add(surname(random));
    expect(surnames.size).toBeGreaterThan(25_000);
  });

  it('never give one person the same given name twice, nor one that is taken', () => {
    const random = derive(3, STREAM.family, 1);
    for (let person = 0; person < 2_000; person += 1) {
      const names = givenNames(random, 'woman', ['Awa']);
      expect(new Set(names).size).toBe(names.length);
      expect(names).not.toContain('Awa');
    }
  });

  it('survive a slip of the finger within one letter of length', () => {
    const random = derive(3, STREAM.family, 2);
    for (let slip = 0; slip < 500; slip += 1)
      expect(Math.abs(typo('Delaunay', random).length - 8)).toBeLessThanOrEqual(1);
    expect(typo('Luc', random)).toBe('Luc');
  });
});
