import type { RecordReason } from '#libs/domain';
import type { Fate } from './fate.js';
import type { Phase } from './household-maker.js';
import { PERSON_TABLES } from './tables.js';
import type { Table } from './tables.js';

/** What an import of one table must come to. On an evolved night also against the base night, among clean records. */
export interface TableCounts {
  read: number;
  clean: number;
  withheld: number;
  readonly quarantined: Partial<Record<RecordReason, number>>;
  readonly evolution?: { changed: number; removed: number; added: number };
}

export class TableTruth {
  readonly counts: TableCounts;

  constructor(
    private readonly table: Table,
    evolved: boolean,
  ) {
    const evolution = { evolution: { changed: 0, removed: 0, added: 0 } };
    this.counts = { read: 0, clean: 0, withheld: 0, quarantined: {}, ...(evolved ? evolution : {}) };
  }

  /** Counts one record of a household in that phase; one of a removed household is not in the file. */
  count(fate: Fate, phase: Phase): void {
    const { counts } = this;
    if (fate === 'clean' && counts.evolution !== undefined) this.compare(counts.evolution, phase);
    if (phase === 'removed') return;
    counts.read += 1;
    if (fate === 'clean' || fate === 'withheld') counts[fate] += 1;
    else counts.quarantined[fate] = (counts.quarantined[fate] ?? 0) + 1;
  }

  private compare(evolution: { changed: number; removed: number; added: number }, phase: Phase): void {
    if (phase === 'removed' || phase === 'added') evolution[phase] += 1;
    if (phase === 'changed' && PERSON_TABLES.has(this.table)) evolution.changed += 1;
  }
}

/** The truth about one export file. TIPI counts its DOSSIERs as the file's records, and its other tables besides. */
export interface FileTruth extends TableCounts {
  readonly name: string;
  readonly system: string;
  readonly site: string;
  readonly table: string;
  readonly persons?: TableCounts;
  readonly aids?: TableCounts;
}

/** Records of a file, all of its tables together. */
export const recordsOf = (file: FileTruth): number => file.read + (file.persons?.read ?? 0) + (file.aids?.read ?? 0);
