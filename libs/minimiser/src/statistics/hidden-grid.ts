/** Beyond any count: an arc that nothing bounds. */
const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/** A line of a grid, as a node of its flow network: rows first, then columns. */
export type Line = number;

/** A cell that stands still while others move. */
export interface Fixed {
  readonly row: number;
  readonly column: number;
}

/**
 * A table of two dimensions of which some cells are hidden, as whoever reads it may turn it: hidden cells move, lines keep
 * their sums. What can be moved from line to line is a flow, so that bounds are exact for whole numbers.
 */
export class HiddenGrid {
  readonly hidden: boolean[][];

  /** @param values true counts by row and column */
  constructor(
    readonly values: readonly (readonly number[])[],
    private readonly columns: number,
  ) {
    this.hidden = values.map((row) => row.map(() => false));
  }

  rowLine(row: number): Line {
    return row;
  }

  columnLine(column: number): Line {
    return this.values.length + column;
  }

  /**
   * How many can be added to the sum of line `from` and taken from the sum of line `to` (two rows), or the other way round (two
   * columns), or moved round a cell that stands still (its column and its row), by hidden cells alone. At most `limit`.
   */
  flow(from: Line, to: Line, limit: number, fixed: Fixed | null = null): number {
    return this.push(from, to, limit, fixed).moved;
  }

  /**
   * Cells to hide so that more than now can flow from line to line: those that lose the least. Null where no way is left.
   * @param limit as in `flow`
   * @param free whether a cell may still be hidden
   */
  cheapestOpening(
    from: Line,
    to: Line,
    limit: number,
    fixed: Fixed | null,
    free: (row: number, column: number) => boolean,
  ): readonly Fixed[] | null {
    // Ways that are used up already are no ways: looked for in what the greatest flow leaves.
    const { values } = this.push(from, to, limit, fixed);
    const costOf = (step: Step): number | null => {
      const { row, column, up } = step;
      if (this.hidden[row]?.[column] === true) return this.roomOf(values, step) > 0 ? 0 : null;
      const value = valueAt(values, row, column);
      return free(row, column) && (up || value > 0) ? 1 + value : null;
    };
    const path = this.cheapestPath(from, to, fixed, costOf);
    return path?.filter(({ row, column }) => this.hidden[row]?.[column] === false) ?? null;
  }

  /** Moves as much as can be moved, by shortest ways first. */
  private push(from: Line, to: Line, limit: number, fixed: Fixed | null): { moved: number; values: number[][] } {
    const values = this.values.map((row) => [...row]);
    let moved = 0;
    while (moved < limit) {
      const path = this.shortestPath(values, from, to, fixed);
      if (path === null) break;
      const room = Math.min(limit - moved, ...path.map((step) => this.roomOf(values, step)));
      for (const { row, column, up } of path) shift(values, row, column, up ? room : -room);
      moved += room;
    }
    return { moved, values };
  }

  private roomOf(values: readonly (readonly number[])[], { row, column, up }: Step): number {
    if (this.hidden[row]?.[column] !== true) return 0;
    return up ? UNBOUNDED : valueAt(values, row, column);
  }

  /** Breadth first, over what hidden cells still allow. */
  private shortestPath(
    values: readonly (readonly number[])[],
    from: Line,
    to: Line,
    fixed: Fixed | null,
  ): readonly Step[] | null {
    const reached = new Map<Line, Step | null>([[from, null]]);
    for (const line of reached.keys()) {
      if (line === to) return this.stepsTo(reached, to);
      for (const step of this.stepsFrom(line, fixed)) {
        if (!reached.has(step.to) && this.roomOf(values, step) > 0) reached.set(step.to, step);
      }
    }
    return null;
  }

  /** Dijkstra over a handful of lines. */
  private cheapestPath(
    from: Line,
    to: Line,
    fixed: Fixed | null,
    costOf: (step: Step) => number | null,
  ): readonly Step[] | null {
    const costs = new Map<Line, number>([[from, 0]]);
    const reached = new Map<Line, Step | null>([[from, null]]);
    const done = new Set<Line>();
    for (;;) {
      const line = nearest(costs, done);
      if (line === null) return null;
      if (line === to) return this.stepsTo(reached, to);
      done.add(line);
      for (const step of this.stepsFrom(line, fixed)) {
        const cost = costOf(step);
        if (cost === null) continue;
        const sum = (costs.get(line) ?? 0) + cost;
        if (sum >= (costs.get(step.to) ?? Number.POSITIVE_INFINITY)) continue;
        costs.set(step.to, sum);
        reached.set(step.to, step);
      }
    }
  }

  private stepsFrom(line: Line, fixed: Fixed | null): readonly Step[] {
    const rows = this.values.length;
    const steps =
      line < rows
        ? Array.from({ length: this.columns }, (_, column) => ({
            row: line,
            column,
            up: true,
            from: line,
            to: rows + column,
          }))
        : Array.from({ length: rows }, (_, row) => ({ row, column: line - rows, up: false, from: line, to: row }));
    return steps.filter(({ row, column }) => row !== fixed?.row || column !== fixed.column);
  }

  private stepsTo(reached: ReadonlyMap<Line, Step | null>, to: Line): readonly Step[] {
    const steps: Step[] = [];
    for (let step = reached.get(to) ?? null; step !== null; step = reached.get(step.from) ?? null) steps.push(step);
    return steps;
  }
}

/** Over one cell: from its row to its column it grows, from its column to its row it shrinks. */
interface Step {
  readonly row: number;
  readonly column: number;
  readonly up: boolean;
  readonly from: Line;
  readonly to: Line;
}

const valueAt = (values: readonly (readonly number[])[], row: number, column: number): number =>
  values[row]?.[column] ?? 0;

const shift = (values: number[][], row: number, column: number, by: number): void => {
  const line = values[row];
  if (line !== undefined) line[column] = (line[column] ?? 0) + by;
};

const nearest = (costs: ReadonlyMap<Line, number>, done: ReadonlySet<Line>): Line | null => {
  let best: Line | null = null;
  for (const [line, cost] of costs) {
    if (!done.has(line) && (best === null || cost < (costs.get(best) ?? 0))) best = line;
  }
  return best;
};
