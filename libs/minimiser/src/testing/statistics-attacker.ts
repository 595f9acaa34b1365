import { cellKey, TOTAL } from '../statistics/cell-key.js';

/** A table of whole counts that somebody thinks of, by name of cell. */
export type World = ReadonlyMap<string, number>;
export type Published = ReadonlyMap<string, number | null>;

/** The least and the greatest number of a cell in all tables that agree with what was published. */
export type Bounds = ReadonlyMap<string, readonly [number, number]>;

export interface AttackedDimension {
  readonly name: string;
  readonly categories: readonly string[];
}

const keyOf = (one: AttackedDimension, a: number, other: AttackedDimension, b: number): string =>
  cellKey({ [one.name]: one.categories[a] ?? '', [other.name]: other.categories[b] ?? '' });

/**
 * Every table of non-negative whole numbers of two dimensions that agrees with all that was published of it: simply counted
 * through, without any of the engine's reasoning.
 */
export function* worldsOf(rows: AttackedDimension, columns: AttackedDimension, published: Published): Generator<World> {
  const cells = rows.categories.flatMap((_, row) => columns.categories.map((__, column) => ({ row, column })));
  const names = cells.map(({ row, column }) => keyOf(rows, row, columns, column));
  const values: number[] = [];
  const total = published.get(TOTAL) ?? 0;
  function* next(at: number, left: number): Generator<World> {
    if (at === cells.length) {
      if (left === 0) yield* agreeing();
      return;
    }
    const told = published.get(names[at] ?? '') ?? null;
    const [from, to] = told === null ? [0, left] : [told, told];
    for (let value = from; value <= to && value <= left; value += 1) {
      values[at] = value;
      yield* next(at + 1, left - value);
    }
  }
  function* agreeing(): Generator<World> {
    const world = new Map<string, number>([[TOTAL, total]]);
    for (const [at, { row, column }] of cells.entries()) {
      const value = values[at] ?? 0;
      world.set(names[at] ?? '', value);
      for (const key of [
        cellKey({ [rows.name]: rows.categories[row] ?? '' }),
        cellKey({ [columns.name]: columns.categories[column] ?? '' }),
      ]) {
        world.set(key, (world.get(key) ?? 0) + value);
      }
    }
    for (const [key, value] of world) if ((published.get(key) ?? value) !== value) return;
    yield world;
  }
  yield* next(0, total);
}

/** Bounds of every cell over some worlds. */
export const boundsOver = (worlds: Iterable<World>): Bounds => {
  const bounds = new Map<string, readonly [number, number]>();
  for (const world of worlds) {
    for (const [key, value] of world) {
      const [least, most] = bounds.get(key) ?? [value, value];
      bounds.set(key, [Math.min(least, value), Math.max(most, value)]);
    }
  }
  return bounds;
};

/** Worlds of one table that some world of another table agrees with on the dimension that both have. */
export function* joined(worlds: Iterable<World>, others: Iterable<World>, shared: AttackedDimension): Generator<World> {
  const marginOf = (world: World): string =>
    shared.categories.map((category) => world.get(cellKey({ [shared.name]: category })) ?? 0).join();
  const known = new Set<string>();
  for (const other of others) known.add(marginOf(other));
  for (const world of worlds) if (known.has(marginOf(world))) yield world;
}
