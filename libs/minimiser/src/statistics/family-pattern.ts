import { cellKey, TOTAL } from './cell-key.js';
import type { Count, FamilyCounts, SuppressionRules } from './family-counts.js';
import { type Fixed, HiddenGrid, type Line } from './hidden-grid.js';

/** What earlier releases of the same population showed and hid, by name of cell. */
export interface EarlierReleases {
  readonly shown: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
}

/** A table of two dimensions on its way to a pattern. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly hidden: HiddenGrid;
}

/**
 * Which cells of a family are hidden. Grows only: whatever is protected by some hidden cells is protected by more of them.
 * A cell that an earlier release showed is never hidden, since that would protect nobody; one that it hid stays so.
 */
export class FamilyPattern {
  readonly grids: readonly Grid[];
  /** By dimension and category: whether its margin is hidden. */
  readonly margins: readonly boolean[][];
  /** Moves between lines that were found possible: they stay so, since hidden cells only become more. */
  readonly moves = new Set<string>();

  constructor(
    readonly counts: FamilyCounts,
    readonly rules: SuppressionRules,
    private readonly earlier: EarlierReleases,
  ) {
    this.margins = counts.dimensions.map(({ counts: margin, name, categories }) =>
      margin.map((count, at) => this.beginsHidden(count, cellKey({ [name]: categories[at] ?? '' }))),
    );
    this.grids = counts.grids.map(({ rows, columns, counts: cells }) => {
      const width = counts.dimensions[columns]?.categories.length ?? 0;
      const grid = {
        rows,
        columns,
        hidden: new HiddenGrid(
          cells.map((row) => row.map(({ units }) => units)),
          width,
        ),
      };
      for (const [row, line] of cells.entries()) {
        for (const [column, count] of line.entries()) {
          if (this.beginsHidden(count, this.keyOf(grid, row, column))) hide(grid, row, column);
        }
      }
      return grid;
    });
  }

  /** Whether too few persons stand behind a count. */
  isSmall({ persons }: Count): boolean {
    return persons < this.rules.minimum;
  }

  marginKey(dimension: number, category: number): string {
    const found = this.counts.dimensions[dimension];
    return cellKey({ [found?.name ?? '']: found?.categories[category] ?? '' });
  }

  keyOf({ rows, columns }: Pick<Grid, 'rows' | 'columns'>, row: number, column: number): string {
    const [of, by] = [this.counts.dimensions[rows], this.counts.dimensions[columns]];
    return cellKey({ [of?.name ?? '']: of?.categories[row] ?? '', [by?.name ?? '']: by?.categories[column] ?? '' });
  }

  isFree(key: string): boolean {
    return !this.earlier.shown.has(key);
  }

  /** The grids that have a dimension, and the line of a category in each. */
  linesOf(dimension: number, category: number): readonly { readonly grid: Grid; readonly line: Line }[] {
    return this.grids.flatMap((grid) => [
      ...(grid.rows === dimension ? [{ grid, line: grid.hidden.rowLine(category) }] : []),
      ...(grid.columns === dimension ? [{ grid, line: grid.hidden.columnLine(category) }] : []),
    ]);
  }

  /** Hides what it takes so that `need` can flow from line to line. @returns whether it can */
  open({ hidden, ...grid }: Grid, from: Line, to: Line, need: number, fixed: Fixed | null = null): boolean {
    while (hidden.flow(from, to, need, fixed) < need) {
      const free = (row: number, column: number): boolean => this.isFree(this.keyOf(grid, row, column));
      const cells = hidden.cheapestOpening(from, to, need, fixed, free);
      if (cells === null || cells.length === 0) return false;
      for (const { row, column } of cells) hide({ hidden, ...grid }, row, column);
    }
    return true;
  }

  /** Whether a cell that an earlier release showed counts too few persons today: nothing could hide it. */
  contradicts(): boolean {
    const { dimensions, grids } = this.counts;
    const shown = (count: Count | undefined, key: string): boolean =>
      count !== undefined && this.isSmall(count) && this.earlier.shown.has(key);
    return (
      shown(this.counts.total, TOTAL) ||
      dimensions.some(({ counts }, at) =>
        counts.some((count, category) => shown(count, this.marginKey(at, category))),
      ) ||
      grids.some((grid) =>
        grid.counts.some((line, row) => line.some((count, column) => shown(count, this.keyOf(grid, row, column)))),
      )
    );
  }

  /** Every cell under its name, with its number where it is shown. */
  cells(): ReadonlyMap<string, number | null> {
    const cells = new Map<string, number | null>([[TOTAL, this.counts.total.units]]);
    for (const [dimension, { counts }] of this.counts.dimensions.entries()) {
      for (const [category, { units }] of counts.entries()) {
        const isHidden = this.margins[dimension]?.[category] !== false;
        cells.set(this.marginKey(dimension, category), isHidden ? null : units);
      }
    }
    for (const grid of this.grids) {
      for (const [row, line] of grid.hidden.values.entries()) {
        for (const [column, units] of line.entries()) {
          const isHidden = grid.hidden.hidden[row]?.[column] !== false;
          cells.set(this.keyOf(grid, row, column), isHidden ? null : units);
        }
      }
    }
    return cells;
  }

  /** New patterns hide a little more than they must, so that they still fit when a few persons have come or gone. */
  private beginsHidden({ persons }: Count, key: string): boolean {
    if (this.earlier.hidden.has(key)) return true;
    if (this.earlier.shown.has(key)) return false;
    return persons < this.rules.minimum + this.rules.reserve;
  }
}

const hide = ({ hidden }: Grid, row: number, column: number): void => {
  const line = hidden.hidden[row];
  if (line !== undefined) line[column] = true;
};
