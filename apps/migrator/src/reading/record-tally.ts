import type { SourceRecord } from '#libs/domain';
import { type CompiledProfile, type TablePlan, watchedColumns } from '#libs/mappers';
import { BitList } from './bit-list.js';
import { type KeyCode, keyCode } from './key-code.js';
import { type CodeGroup, KeyWatch } from './key-watch.js';
import { RecordCuts } from './record-cuts.js';

/** Texts whose meaning as a refusal is remembered: a flag has two or three, and a file may hold anything. */
const FLAGS_KNOWN = 100;

/** What is remembered of the records of one table. */
class TableTally {
  readonly watch: KeyWatch;
  /** Numbers of the records that refuse digital filing. */
  readonly refused = new BitList();
  private readonly flags = new Map<string, boolean>();
  private readonly birthSlot: number;

  constructor(
    private readonly plan: TablePlan,
    codeOf: (key: string) => KeyCode,
  ) {
    this.watch = new KeyWatch(codeOf);
    this.birthSlot = plan.births === null ? -1 : watchedColumns(plan).indexOf(plan.births.name);
  }

  /** @returns its birth, `''` where there is none */
  add({ record, fields }: SourceRecord): string {
    this.watch.add(fields[0]?.trim() ?? '');
    if (this.plan.withheld !== null && this.isRefusal(fields[1] ?? '')) this.refused.add(record);
    return this.birthSlot === -1 ? '' : (fields[this.birthSlot] ?? '');
  }

  private isRefusal(text: string): boolean {
    const known = this.flags.get(text);
    if (known !== undefined) return known;
    const refusal = this.plan.withheld?.read(text) === true;
    if (this.flags.size < FLAGS_KNOWN) this.flags.set(text, refusal);
    return refusal;
  }
}

/**
 * Counts births, watches keys and notes where the file can be cut, while records pass in file order; keeps no record, but
 * about 9 bytes for each.
 */
export class RecordTally {
  readonly cuts: RecordCuts;
  private readonly tables: ReadonlyMap<string, TableTally>;
  private births = 0;
  private firstOfJanuary = 0;

  /** @param codeOf for tests: which keys have one code */
  constructor(
    private readonly profile: CompiledProfile,
    codeOf: (key: string) => KeyCode = keyCode,
  ) {
    this.tables = new Map([...profile.tables].map(([table, plan]) => [table, new TableTally(plan, codeOf)]));
    this.cuts = new RecordCuts(this.tables.keys());
  }

  readonly add = (record: SourceRecord): void => {
    const tally = this.tables.get(record.table);
    // A table that the profile reads without describing it has no key.
    if (tally === undefined) return;
    this.cuts.add(record, this.seen);
    const birth = tally.add(record);
    if (birth === '') return;
    this.births += 1;
    if (birth.startsWith('01/01/') || birth.endsWith('-01-01')) this.firstOfJanuary += 1;
  };

  birthsYearOnly(): boolean {
    const plans = [...this.profile.tables.values()];
    const limit = plans.find((plan) => plan.births !== null)?.births?.yearOnlyAbove ?? 1;
    return this.births > 0 && this.firstOfJanuary / this.births > limit;
  }

  /** Tables with records whose keys have one code. Asked once. */
  groups(): ReadonlyMap<string, readonly CodeGroup[]> {
    const found = new Map<string, readonly CodeGroup[]>();
    for (const [table, { watch }] of this.tables) {
      const groups = watch.groups();
      if (groups.length > 0) found.set(table, groups);
    }
    return found;
  }

  hasRefusal(table: string, records: readonly number[]): boolean {
    const refused = this.tables.get(table)?.refused;
    return refused !== undefined && records.some((record) => refused.has(record));
  }

  private readonly seen = (table: string): number => this.tables.get(table)?.watch.size ?? 0;
}
