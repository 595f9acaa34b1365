import type { RecordReason } from '#libs/domain';

/** How the records of one table ended: `read = created + updated + unchanged + quarantined + withheld`. */
export interface TableCounts {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  quarantined: number;
  withheld: number;
  /** Quarantined records by the first thing that is wrong with them. */
  reasons: Partial<Record<RecordReason, number>>;
}

export const emptyCounts = (): TableCounts => ({
  read: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  quarantined: 0,
  withheld: 0,
  reasons: {},
});

/** Counts of every table that a record came from. */
export class TableTallies {
  private readonly counted = new Map<string, TableCounts>();

  get byTable(): ReadonlyMap<string, TableCounts> {
    return this.counted;
  }

  of(table: string): TableCounts {
    let counts = this.counted.get(table);
    if (counts === undefined) this.counted.set(table, (counts = emptyCounts()));
    return counts;
  }
}

export const addCounts = (into: TableCounts, more: TableCounts): void => {
  into.read += more.read;
  into.created += more.created;
  into.updated += more.updated;
  into.unchanged += more.unchanged;
  into.quarantined += more.quarantined;
  into.withheld += more.withheld;
  for (const [reason, count] of Object.entries(more.reasons) as [RecordReason, number][]) {
    into.reasons[reason] = (into.reasons[reason] ?? 0) + count;
  }
};

/** Whether every record that was read ended exactly once. */
export const closes = (counts: TableCounts): boolean =>
  counts.read === counts.created + counts.updated + counts.unchanged + counts.quarantined + counts.withheld &&
  counts.quarantined === Object.values(counts.reasons).reduce((sum, count) => sum + count, 0);
