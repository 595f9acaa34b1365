import fc from 'fast-check';
import { hashCode, keyCode } from './key-code.js';

const spelt = fc.string({ unit: fc.constantFrom(...'0129ABYZ-/.'), minLength: 1, maxLength: 10 });

describe('the code of a key', () => {
  it('spells short keys out: one code, one key', () => {
    fc.assert(
      fc.property(spelt, spelt, (left, right) => {
        expect(keyCode(left)).toBeGreaterThan(0);
        expect(keyCode(left) === keyCode(right)).toBe(left === right);
      }),
    );
    const longest = ['..........', '.........-', '.........', '0', '00', '0000000000'].map(keyCode);
    expect(new Set(longest).size).toBe(longest.length);
    expect(Math.max(...longest)).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
  });

  it.each(['C0000000001', 'c1', 'C 1', 'é', 'C1\u0100', '😀'])('is a hash for %j', (key) => {
    expect(keyCode(key)).toBe(hashCode(key));
    expect(keyCode(key)).toBeLessThan(0);
    expect(Number.isSafeInteger(keyCode(key) + 1)).toBe(true);
  });

  it('is 0 for no key only', () => {
    expect(keyCode('')).toBe(0);
    fc.assert(fc.property(fc.string({ minLength: 1, unit: 'binary' }), (key) => keyCode(key) !== 0));
  });

  it('does not confuse long keys that count up', () => {
    const codes = new Set(Array.from({ length: 200_000 }, (_, at) => keyCode(`2026-DOSSIER-${at}`)));
    expect(codes.size).toBe(200_000);
  });
});
