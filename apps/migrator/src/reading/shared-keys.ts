import type { ByteRange, SourceAdapter, Survey } from '#libs/domain';
import type { SharedKeys } from '#libs/store';
import { BitList } from './bit-list.js';
import type { RecordTally } from './record-tally.js';
import type { Stretch } from './record-cuts.js';

/** What it takes to look at some records of a surveyed file again. */
export interface KeyReading {
  /** Reads the key of each record as its only field. */
  readonly adapter: SourceAdapter;
  readonly survey: Survey;
  readonly rangeOf: (stretch: Stretch) => ByteRange;
  readonly signal?: AbortSignal;
}

type Groups = Map<string, (readonly number[])[]>;

/**
 * What becomes of records that share a key: the first one stands, the others wait; where one of them refuses digital
 * filing, all are withheld. Reads again only the stretches with keys that the tally could not tell apart.
 */
export const findSharedKeys = async (tally: RecordTally, reading: KeyReading): Promise<SharedKeys | null> => {
  const shared: Groups = new Map();
  const suspects = new Map<string, number[]>();
  for (const [table, groups] of tally.groups()) {
    const exact = groups.filter((group) => group.exact).map(({ records }) => records);
    if (exact.length > 0) shared.set(table, exact);
    const unsure = groups.filter((group) => !group.exact).flatMap(({ records }) => records);
    if (unsure.length > 0) suspects.set(table, unsure);
  }
  if (suspects.size > 0) await compareKeys(tally, suspects, reading, shared);
  return shared.size === 0 ? null : fatesOf(tally, shared);
};

/** Reads the keys of the suspects and adds those that are really shared. */
const compareKeys = async (
  tally: RecordTally,
  suspects: ReadonlyMap<string, readonly number[]>,
  { adapter, survey, rangeOf, signal }: KeyReading,
  shared: Groups,
): Promise<void> => {
  const wanted = new Map([...suspects].map(([table, records]) => [table, bitsOf(records)]));
  const byKey = new Map([...suspects.keys()].map((table) => [table, new Map<string, number[]>()]));
  for (const stretch of tally.cuts.stretches(suspects, survey.chunks)) {
    for await (const records of adapter.records(rangeOf(stretch), survey, signal)) {
      for (const { table, record, fields } of records) {
        if (wanted.get(table)?.has(record) === true) group(byKey.get(table), fields[0]?.trim() ?? '', record);
      }
    }
  }
  for (const [table, groups] of byKey) {
    const repeated = [...groups.values()].filter((records) => records.length > 1);
    if (repeated.length > 0) shared.set(table, [...(shared.get(table) ?? []), ...repeated]);
  }
};

const bitsOf = (records: readonly number[]): BitList => {
  const bits = new BitList();
  for (const record of records) bits.add(record);
  return bits;
};

const group = (groups: Map<string, number[]> | undefined, key: string, record: number): void => {
  const records = groups?.get(key);
  if (records === undefined) groups?.set(copyOf(key), [record]);
  else records.push(record);
};

/** A value may be a view of the block of text that it was cut from, and would keep all of it in memory. */
const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

const fatesOf = (tally: RecordTally, shared: Groups): SharedKeys => {
  const fates: Record<string, Record<string, 'duplicate' | 'withheld'>> = {};
  for (const [table, groups] of shared) {
    const ofTable = (fates[table] ??= {});
    for (const records of groups) {
      const withheld = tally.hasRefusal(table, records);
      for (const record of withheld ? records : records.slice(1)) ofTable[record] = withheld ? 'withheld' : 'duplicate';
    }
  }
  return fates;
};
