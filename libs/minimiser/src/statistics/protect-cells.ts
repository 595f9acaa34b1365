import type { FamilyPattern, Grid } from './family-pattern.js';
import type { Fixed, Line } from './hidden-grid.js';
import { needOf, partnersOf, takersOf } from './protect-margins.js';

/**
 * Sees that no hidden cell of a table can be computed, or bounded so that a small one is known to be small. Call it when the
 * margins are protected: where a margin is hidden too, persons may also be moved from another line to this one.
 * @returns false where the pattern cannot be made to hold
 */
export const protectCells = (pattern: FamilyPattern): boolean =>
  pattern.grids.every((grid) => {
    // Hiding one cell may call for another: cells are looked at until none is new. What is protected once stays so.
    const held = new Set<string>();
    for (let before = -1; before !== held.size;) {
      before = held.size;
      for (const cell of hiddenOf(grid)) {
        const name = `${cell.row},${cell.column}`;
        if (held.has(name)) continue;
        if (!protectCell(pattern, grid, cell)) return false;
        held.add(name);
      }
    }
    return true;
  });

const protectCell = (pattern: FamilyPattern, grid: Grid, cell: Fixed): boolean => {
  const { minimum, reserve } = pattern.rules;
  const isSmall = isSmallCell(pattern, grid, cell);
  const width = isSmall ? minimum - 1 + reserve : minimum - 1;
  const least = isSmall ? needOf(pattern) : 0;
  const holds = (): boolean => boundsHold(grid, cell, width, least);
  if (holds()) return true;
  const need = isSmall ? needOf(pattern) : width;
  const ways = waysUp(pattern, grid, cell, need);
  // That a large number is hidden only protects others: it may as well be smaller.
  const all = isSmall ? ways : [...ways, ...waysDown(pattern, grid, cell, need)];
  return (
    all.some(([from, to]) => grid.hidden.flow(from, to, need, cell) >= need) ||
    ways.some(([from, to]) => pattern.open(grid, from, to, need, cell) || holds())
  );
};

/** Whether the interval of what the cell may hold, by all that its table shows, is `width` wide and reaches `least`. */
const boundsHold = ({ hidden }: Grid, cell: Fixed, width: number, least: number): boolean => {
  const value = hidden.values[cell.row]?.[cell.column] ?? 0;
  const [row, column] = [hidden.rowLine(cell.row), hidden.columnLine(cell.column)];
  const up = hidden.flow(column, row, Math.max(width, least - value), cell);
  if (value + up < least) return false;
  return up >= width || up + Math.min(value, hidden.flow(row, column, Math.min(value, width - up), cell)) >= width;
};

type Way = readonly [Line, Line];

/**
 * From where to where persons may be moved while the cell grows by `need`: its own lines, or lines whose margins are hidden too.
 * Those first, since a line whose sum is small has no room of its own.
 */
const waysUp = (pattern: FamilyPattern, { hidden, rows, columns }: Grid, cell: Fixed, need: number): readonly Way[] => {
  const froms = [...partnersOf(pattern, columns, cell.column, need), cell.column].map((at) => hidden.columnLine(at));
  const tos = [...partnersOf(pattern, rows, cell.row, need), cell.row].map((at) => hidden.rowLine(at));
  return froms.flatMap((from) => tos.map((to): Way => [from, to]));
};

/** The same while the cell shrinks by `need`, where it holds so many. */
const waysDown = (pattern: FamilyPattern, grid: Grid, { row, column }: Fixed, need: number): readonly Way[] => {
  const { hidden, rows, columns } = grid;
  if ((hidden.values[row]?.[column] ?? 0) < need) return [];
  const froms = [...takersOf(pattern, rows, row, need), row].map((at) => hidden.rowLine(at));
  const tos = [...takersOf(pattern, columns, column, need), column].map((at) => hidden.columnLine(at));
  return froms.flatMap((from) => tos.map((to): Way => [from, to]));
};

const hiddenOf = ({ hidden }: Grid): readonly Fixed[] =>
  hidden.hidden.flatMap((line, row) => line.flatMap((isHidden, column) => (isHidden ? [{ row, column }] : [])));

const isSmallCell = (pattern: FamilyPattern, grid: Grid, { row, column }: Fixed): boolean => {
  const counted = pattern.counts.grids[pattern.grids.indexOf(grid)]?.counts[row]?.[column];
  return counted === undefined || pattern.isSmall(counted);
};
