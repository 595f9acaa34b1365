import fc from 'fast-check';
import { byGroup, componentParts } from './component-parts.js';

const NODES = 30;
const node = fc.nat(NODES - 1);
const pairs = fc.array(fc.tuple(node, node), { maxLength: 40 });
const listsOf = (all: readonly (readonly [number, number])[]) => ({
  lefts: [Int32Array.from(all, ([left]) => left)],
  rights: [Int32Array.from(all, ([, right]) => right)],
});

test('a part holds whole components, and every node has one', () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 10 }), (all, size) => {
      const { partOf, count } = componentParts(NODES, listsOf(all), size);
      for (const [left, right] of all) expect(partOf[left]).toBe(partOf[right]);
      for (const part of partOf) expect(part).toBeLessThan(count);
      const group = byGroup(partOf, count);
      const members = Array.from({ length: count }, (_, part) => [...group(part)]);
      expect(members.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: NODES }, (_, each) => each));
      members.forEach((nodes, part) => {
        for (const each of nodes) expect(partOf[each]).toBe(part);
      });
    }),
  );
});

test('small components share a part until it is full', () => {
  const { partOf, count } = componentParts(
    6,
    listsOf([
      [0, 1],
      [2, 3],
      [4, 5],
    ]),
    2,
  );
  expect([...partOf]).toEqual([0, 0, 0, 0, 1, 1]);
  expect(count).toBe(2);
});

test('nobody makes one part with nobody in it', () => {
  const { count } = componentParts(0, listsOf([]), 10);
  expect(count).toBe(1);
  expect(byGroup(new Int32Array(), count)(0)).toHaveLength(0);
});
