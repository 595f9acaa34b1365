import { blockingKeys } from '../blocking/blocking-keys.js';
import { compileComparer } from '../compare/compile-comparer.js';
import type { LinkagePlan } from '../plan/linkage-plan.js';
import type { Prepared } from '../prepare/prepared.js';
import { FrequencyCounts } from './frequencies.js';
import { PatternCounts } from './pattern-counts.js';
import { randomPairs } from './random-pairs.js';
import type { TrainingCounts } from './train.js';
import { fieldsOf, trainingKeys } from './training-keys.js';

/** A record to train on. Pairs within one source are left out, as they are never linked automatically. */
export interface TrainingRecord {
  readonly source: string;
  readonly prepared: Prepared;
}

export interface CountingOptions {
  /** Pairs to take at random. */
  readonly randomPairs?: number;
  readonly seed?: number;
}

/** Enough for agreements of one pair in 100,000 to be seen. */
const RANDOM_PAIRS = 1_000_000;

/**
 * Counts what a training needs over records in memory. Blocks larger than the plan allows are left out, as in linking.
 * The same records in the same order give the same counts; the order matters for the random pairs alone.
 */
export function countTraining(
  plan: LinkagePlan,
  records: readonly TrainingRecord[],
  options: CountingOptions = {},
): TrainingCounts {
  const compare = compileComparer(plan);
  const levels = new Uint8Array(plan.fields.length);
  const random = new PatternCounts(plan);
  for (const [a, b] of randomPairs(records, options.randomPairs ?? RANDOM_PAIRS, options.seed ?? 1)) {
    compare(a.prepared, b.prepared, levels);
    random.add(levels);
  }
  const frequencies = new FrequencyCounts(plan);
  for (const record of records) frequencies.add(record.prepared);
  return {
    ...countBlocks(plan, records),
    random,
    records: records.length,
    possiblePairs: countPossible(records),
    frequencies: frequencies.shares(),
  };
}

/** Pairs by blocking key: under every key that they share, and once under the candidates. */
function countBlocks(
  plan: LinkagePlan,
  records: readonly TrainingRecord[],
): Pick<TrainingCounts, 'candidates' | 'byKey'> {
  const compare = compileComparer(plan);
  const levels = new Uint8Array(plan.fields.length);
  const candidates = new PatternCounts(plan);
  const training = { ...plan, blocking: trainingKeys(plan) };
  const byKey = training.blocking.map((key) => ({ fields: fieldsOf(key), counts: new PatternCounts(plan) }));
  const keys = records.map((record) => blockingKeys(training, record.prepared));
  const blocks = blocksOf(keys);
  for (const [at, record] of records.entries()) {
    for (const [other, positions] of partnersOf(at, keys[at] ?? [], blocks, plan.largestBlock)) {
      const partner = records[other];
      if (partner === undefined || partner.source === record.source) continue;
      compare(record.prepared, partner.prepared, levels);
      for (const position of positions) byKey[position]?.counts.add(levels);
      if (sharesOwnKey(plan, positions)) candidates.add(levels);
    }
  }
  return { candidates, byKey };
}

/** The plan's own keys come first among the training keys. */
function sharesOwnKey(plan: LinkagePlan, positions: ReadonlySet<number>): boolean {
  for (const position of positions) if (position < plan.blocking.length) return true;
  return false;
}

/** Positions of records by the text of a blocking key, in ascending order. */
function blocksOf(keys: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const blocks = new Map<string, number[]>();
  for (const [at, texts] of keys.entries()) {
    for (const text of texts) {
      const block = blocks.get(text);
      if (block === undefined) blocks.set(text, [at]);
      else if (block.at(-1) !== at) block.push(at);
    }
  }
  return blocks;
}

/** The later records that share a block with a record, and the positions of the keys by which they do. */
function partnersOf(
  at: number,
  texts: readonly string[],
  blocks: ReadonlyMap<string, readonly number[]>,
  largest: number,
): ReadonlyMap<number, ReadonlySet<number>> {
  const partners = new Map<number, Set<number>>();
  for (const text of texts) {
    const block = blocks.get(text) ?? [];
    if (block.length > largest) continue;
    const position = Number(text.slice(0, text.indexOf('|')));
    for (const other of block) {
      if (other <= at) continue;
      const positions = partners.get(other);
      if (positions === undefined) partners.set(other, new Set([position]));
      else positions.add(position);
    }
  }
  return partners;
}

/** All pairs but those within one source. */
function countPossible(records: readonly TrainingRecord[]): number {
  const bySource = new Map<string, number>();
  for (const { source } of records) bySource.set(source, (bySource.get(source) ?? 0) + 1);
  const within = [...bySource.values()].reduce((sum, count) => sum + count * (count - 1), 0);
  return (records.length * (records.length - 1) - within) / 2;
}
