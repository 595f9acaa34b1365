import * as fc from 'fast-check';
import { blockingCode } from './blocking-code.js';

const SMALLEST = -(2n ** 63n);
const LARGEST = 2n ** 63n - 1n;

describe('blockingCode', () => {
  test('stays what it is: codes of earlier runs stand in the store', () => {
    expect(['', '0|80-5-2|a', '1|NON|TROR'].map(blockingCode)).toMatchInlineSnapshot(`
      [
        -3080384562498961288n,
        -3572282368474423046n,
        7772979023637025106n,
      ]
    `);
  });

  test('fits a bigint column and depends on the text only', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const code = blockingCode(text);
        expect(code >= SMALLEST && code <= LARGEST).toBe(true);
        expect(blockingCode(text)).toBe(code);
      }),
    );
  });

  test('a hundred thousand keys that look alike have as many codes, spread over all 64 bits', () => {
    const codes = new Set<bigint>();
    let bits = 0n;
    for (let number = 0; number < 100_000; number++) {
      const code = blockingCode(`0|${number % 100}-${(number >> 3) % 12}|${number.toString(36)}`);
      codes.add(code);
      bits |= code;
    }
    expect(codes.size).toBe(100_000);
    expect(BigInt.asUintN(64, bits)).toBe(2n ** 64n - 1n);
  });
});
