/** What a cell counts: what is published (persons, or aids), and how many persons stand behind it. */
export interface Count {
  readonly units: number;
  readonly persons: number;
}

/** A dimension with the counts of its categories alone: the margins of every table that has it. */
export interface DimensionCounts {
  readonly name: string;
  readonly categories: readonly string[];
  readonly counts: readonly Count[];
}

/** A table of two dimensions: their places in the list of dimensions, and counts by row and column. */
export interface GridCounts {
  readonly rows: number;
  readonly columns: number;
  readonly counts: readonly (readonly Count[])[];
}

/**
 * Tables that share dimensions, counted in one snapshot. No chain of tables leads from a dimension back to itself: then
 * whatever agrees with each table's margins agrees with all tables, and tables can be judged one by one.
 */
export interface FamilyCounts {
  readonly total: Count;
  readonly dimensions: readonly DimensionCounts[];
  readonly grids: readonly GridCounts[];
}

/** How small is too small. */
export interface SuppressionRules {
  /** Persons that a published cell counts at least. */
  readonly minimum: number;
  /**
   * So many changes between two releases may be known to whoever compares them: bounds are wider by this, and new patterns hide
   * cells that are larger by less than this.
   */
  readonly reserve: number;
}
