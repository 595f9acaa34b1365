import fc from 'fast-check';
import { CODE_END, isFirstShared, keyNoOf, sortCodes, toCode } from './blocking-code.js';

test('a code is a whole number that holds the number of its key, whatever the sign of the hash', () => {
  const hash = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  fc.assert(
    fc.property(fc.nat(31), hash, hash, (keyNo, one, other) => {
      const code = toCode(keyNo, one);
      expect(Number.isSafeInteger(code)).toBe(true);
      expect(code).toBeGreaterThanOrEqual(0);
      expect(code).toBeLessThan(CODE_END);
      expect(keyNoOf(code)).toBe(keyNo);
      expect(code === toCode(keyNo, other)).toBe(BigInt.asUintN(48, one) === BigInt.asUintN(48, other));
    }),
  );
  expect(toCode(31, -1n)).toBe(Number.MAX_SAFE_INTEGER);
});

test.each([32, -1])('key %i is refused, and not taken for another one', (keyNo) => {
  expect(() => toCode(keyNo, 1n)).toThrow(RangeError);
});

test('each pair is scored in exactly one of the blocks that it shares', () => {
  const codes = fc.array(fc.nat(12), { maxLength: 8 }).map(sortCodes);
  fc.assert(
    fc.property(codes, codes, (left, right) => {
      const shared = left.filter((code) => right.includes(code));
      expect(shared.filter((code) => isFirstShared(left, right, code))).toEqual(shared.slice(0, 1));
    }),
  );
});
