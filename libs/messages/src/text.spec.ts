import fc from 'fast-check';
import { fillText, placeholdersOf, printable } from './text.js';

test('placeholders are found once each, in their order', () => {
  expect(placeholdersOf('{b} {a} {b} { c } {}')).toEqual(['b', 'a']);
});

test('a value with the signs of a replacement pattern is taken as it is', () => {
  expect(fillText('<{a}>', { a: "$& $1 $' {a}" })).toBe("<$& $1 $' {a}>");
});

test('what was not given shows its name, inherited properties included', () => {
  expect(fillText('{a} {toString}', { a: 1 })).toBe('1 <toString>');
});

test('escape sequences, line breaks and reversed writing never reach the terminal', () => {
  expect(printable('a\u001b[2Jb\nc\u202ed')).toBe('a\ufffd[2Jb\ufffdc\ufffdd');
});

test('whatever the arguments, a filled text stays on its line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(fillText('[{value}]', { value })).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }),
  );
});
