import fc from 'fast-check';
import { CODE_END } from './blocking-code.js';
import { cutCodes, cutIds, ID_END, idRange } from './ranges.js';

test.each([
  ['codes', cutCodes, CODE_END],
  ['ids', cutIds, ID_END],
] as const)('ranges of %s cover everything once', (_, cut, end) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (parts) => {
      const ranges = cut(parts);
      expect(ranges).toHaveLength(parts);
      expect(ranges[0]?.from).toBe(0);
      expect(ranges.at(-1)?.to).toBe(end);
      expect(ranges.slice(1).map(({ from }) => from)).toEqual(ranges.slice(0, -1).map(({ to }) => to));
    }),
  );
});

test('an id lies in exactly one range of ids', () => {
  const ranges = cutIds(7).map(idRange);
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(ranges.filter(({ after, upTo }) => id > after && id <= upTo)).toHaveLength(1);
    }),
  );
});
