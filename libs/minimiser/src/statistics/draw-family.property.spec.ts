import fc from 'fast-check';
import { type Bounds, boundsOver, joined, type Published, worldsOf } from '../testing/statistics-attacker.js';
import { cellKey, TOTAL } from './cell-key.js';
import { type Drawing, drawFamily } from './draw-family.js';
import type { Count, FamilyCounts } from './family-counts.js';

/** Small numbers, so that the attacker can count every table through. */
const RULES = { minimum: 3, reserve: 1 };
type Table = readonly (readonly number[])[];

const dimension = (name: string, size: number) => ({
  name,
  categories: Array.from({ length: size }, (_, at) => `${name}${String(at)}`),
});
const count = (units: number): Count => ({ units, persons: units });
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const sumsOf = (table: Table): [number[], number[]] => [
  table.map(sum),
  (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] ?? 0))),
];

/** Tables that share their rows, as the engine counts them. */
const familyOf = (tables: readonly Table[]): FamilyCounts => {
  const [rows] = sumsOf(tables[0] ?? []);
  const counted = (name: string, margin: readonly number[]) => ({
    ...dimension(name, margin.length),
    counts: margin.map(count),
  });
  return {
    total: count(sum(rows)),
    dimensions: [counted('a', rows), ...tables.map((table, at) => counted(`b${String(at)}`, sumsOf(table)[1]))],
    grids: tables.map((table, at) => ({ rows: 0, columns: at + 1, counts: table.map((row) => row.map(count)) })),
  };
};

const publishedOf = (drawing: Drawing): Published | null => (drawing.outcome === 'drawn' ? drawing.cells : null);

/** What the true numbers are, under the names of the cells. */
const truthOf = (family: FamilyCounts): ReadonlyMap<string, number> =>
  publishedOf(drawFamily(family, { minimum: 0, reserve: 0 })) as ReadonlyMap<string, number>;

/** Holds the promise against the bounds that an attacker has found. */
const expectHeld = (published: Published, truth: ReadonlyMap<string, number>, bounds: Bounds): void => {
  for (const [key, told] of published) {
    const value = truth.get(key) ?? 0;
    if (told !== null) {
      expect(told).toBe(value);
      expect(told).toBeGreaterThanOrEqual(RULES.minimum);
      continue;
    }
    const found = bounds.get(key);
    if (found === undefined) continue;
    const [least, most] = found;
    expect(most - least).toBeGreaterThanOrEqual(RULES.minimum - 1);
    if (value < RULES.minimum) expect(most).toBeGreaterThanOrEqual(RULES.minimum);
  }
};

/** Whether the attacker comes to an end: tables that agree with the total and with the cells that are shown. */
const isCountable = (published: Published, columns = 'b0'): boolean => {
  const cells = [...published].filter(([key]) => key.includes(`&${columns}`));
  const hidden = cells.filter(([, told]) => told === null).length;
  const left = (published.get(TOTAL) ?? 0) - sum(cells.map(([, told]) => told ?? 0));
  let worlds = 1;
  for (let at = 1; at < hidden; at += 1) worlds *= (left + at) / at;
  return worlds <= 3_000;
};

const cell = fc.oneof({ weight: 2, arbitrary: fc.nat(2) }, { weight: 3, arbitrary: fc.integer({ min: 3, max: 6 }) });
const table = (rows: number, columns: number) =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });

test('no hidden cell of a table can be computed or is known to be small', () => {
  let drawn = 0;
  fc.assert(
    fc.property(fc.oneof(table(2, 2), table(2, 3), table(3, 2)), (values) => {
      const family = familyOf([values]);
      const published = publishedOf(drawFamily(family, RULES));
      if (published === null || !isCountable(published)) return;
      drawn += 1;
      const [rows, columns] = [dimension('a', values.length), dimension('b0', values[0]?.length ?? 0)];
      expectHeld(published, truthOf(family), boundsOver(worldsOf(rows, columns, published)));
    }),
    { numRuns: 150 },
  );
  expect(drawn).toBeGreaterThan(40);
});

test('nor from two tables that share a dimension', () => {
  const many = fc.oneof({ weight: 1, arbitrary: fc.nat(2) }, { weight: 4, arbitrary: fc.integer({ min: 4, max: 9 }) });
  const larger = fc.array(fc.array(many, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 });
  const pair = fc
    .tuple(larger, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 2 }))
    .map(([one, shares]): readonly [Table, Table] => [
      one,
      one.map((row, at) => {
        const part = Math.floor(sum(row) * (shares[at] ?? 0));
        return [part, sum(row) - part];
      }),
    ]);
  let drawn = 0;
  fc.assert(
    fc.property(pair, ([one, other]) => {
      const family = familyOf([one, other]);
      const published = publishedOf(drawFamily(family, RULES));
      if (published === null || !isCountable(published) || !isCountable(published, 'b1')) return;
      drawn += 1;
      const [a, b0, b1] = [dimension('a', 2), dimension('b0', 3), dimension('b1', 2)];
      const worlds = (of: typeof b0) => worldsOf(a, of, published);
      const truth = truthOf(family);
      expectHeld(published, truth, boundsOver(joined(worlds(b0), worlds(b1), a)));
      expectHeld(published, truth, boundsOver(joined(worlds(b1), worlds(b0), a)));
    }),
    { numRuns: 300 },
  );
  expect(drawn).toBeGreaterThan(5);
});

test('nor by somebody who also knows what changed between two releases', () => {
  const change = fc.record({ row: fc.nat(1), column: fc.nat(2), up: fc.boolean() });
  let again = 0;
  fc.assert(
    fc.property(table(2, 3), fc.array(change, { maxLength: RULES.reserve }), (values, changes) => {
      const later = values.map((row) => [...row]);
      for (const { row, column, up } of changes) {
        const line = later[row] ?? [];
        line[column] = Math.max(0, (line[column] ?? 0) + (up ? 1 : -1));
      }
      const [before, after] = [familyOf([values]), familyOf([later])];
      const first = publishedOf(drawFamily(before, RULES));
      if (first === null) return;
      const named = (hidden: boolean) =>
        [...first].filter(([, told]) => (told === null) === hidden).map(([key]) => key);
      const earlier = { shown: new Set(named(false)), hidden: new Set(named(true)) };
      const second = publishedOf(drawFamily(after, RULES, earlier));
      if (second === null || !isCountable(first)) return;
      again += 1;
      const [rows, columns] = [dimension('a', 2), dimension('b0', 3)];
      const [old, today] = [truthOf(before), truthOf(after)];
      const both = [...worldsOf(rows, columns, first)].filter((world) =>
        [...world].every(([key, value]) => {
          const then = value + (today.get(key) ?? 0) - (old.get(key) ?? 0);
          return then >= 0 && (second.get(key) ?? then) === then;
        }),
      );
      expectHeld(first, old, boundsOver(both));
    }),
    { numRuns: 150 },
  );
  expect(again).toBeGreaterThan(20);
});

test('a cell that was shown is not hidden later: then nothing new is drawn', () => {
  const shown = familyOf([
    [
      [30, 40],
      [50, 60],
    ],
  ]);
  const first = publishedOf(drawFamily(shown, RULES));
  const earlier = { shown: new Set(first?.keys()), hidden: new Set<string>() };
  const fewer = familyOf([
    [
      [2, 40],
      [50, 60],
    ],
  ]);
  expect(drawFamily(fewer, RULES, earlier)).toEqual({ outcome: 'unfit' });
});

test('a cell that was hidden stays hidden when it has grown by one', () => {
  const rules = { minimum: 11, reserve: 0 };
  const draw = (of: number, earlier?: Parameters<typeof drawFamily>[2]) =>
    publishedOf(drawFamily(familyOf([[[of], [40], [50]]]), rules, earlier));
  const first = draw(10);
  const a0 = cellKey({ a: 'a0' });
  expect(first?.get(a0)).toBeNull();
  const split = (hidden: boolean) =>
    new Set([...(first ?? [])].filter(([, told]) => (told === null) === hidden).map(([key]) => key));
  expect(draw(11)?.get(a0)).toBe(11);
  expect(draw(11, { shown: split(false), hidden: split(true) })?.get(a0)).toBeNull();
});

test('aids of few persons are hidden however many they are', () => {
  const counts = { ...count(90), persons: 60 };
  const family: FamilyCounts = {
    total: counts,
    dimensions: [
      {
        name: 'nature',
        categories: ['food', 'energy', 'school'],
        counts: [
          { units: 30, persons: 4 },
          { units: 25, persons: 25 },
          { units: 35, persons: 31 },
        ],
      },
    ],
    grids: [],
  };
  const published = publishedOf(drawFamily(family, { minimum: 11, reserve: 5 }));
  expect([...(published ?? [])].filter(([, told]) => told === null).map(([key]) => key)).toEqual([
    'nature=food',
    'nature=energy',
  ]);
});

test('of fewer than eleven persons in all nothing is told', () => {
  expect(drawFamily(familyOf([[[4, 6]]]), { minimum: 11, reserve: 5 })).toEqual({ outcome: 'too-small' });
});
