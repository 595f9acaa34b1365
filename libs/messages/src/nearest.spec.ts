import fc from 'fast-check';
import { editDistance, nearestWord } from './nearest.js';

const commands = ['import', 'inspect', 'quarantine', 'reconcile', 'rollout', 'runs', 'up'];

test.each([
  ['imprt', 'import'],
  ['improt', 'import'],
  ['IMPORT', 'import'],
  ['quarantaine', 'quarantine'],
  ['quar', 'quarantine'],
  ['reconsile', 'reconcile'],
  ['run', 'runs'],
  ['banana', undefined],
  ['r', undefined],
  ['', undefined],
  ['x'.repeat(1000), undefined],
])('%s is near to %s', (typed, meant) => {
  expect(nearestWord(typed, commands)).toBe(meant);
});

test('the end of a code is enough', () => {
  expect(nearestWord('unmapped', ['code.unmapped', 'date.invalid'])).toBe('code.unmapped');
});

test('a part of several words names none of them', () => {
  expect(nearestWord('invalid', ['date.invalid', 'number.invalid'])).toBeUndefined();
});

test('the distance is zero for equal words only, the same both ways, and never beyond the longer word', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (left, right) => {
      const edits = editDistance(left, right);
      expect(edits === 0).toBe(left === right);
      expect(editDistance(right, left)).toBe(edits);
      expect(edits).toBeLessThanOrEqual(Math.max(left.length, right.length));
    }),
  );
});

test('a swap of neighbours is one slip', () => {
  expect(editDistance('improt', 'import')).toBe(1);
});
