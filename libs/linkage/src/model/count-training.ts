import { BlockIndex } from '../blocking/block-index.js';
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
  const index = new BlockIndex(
    training,
    records.map(({ prepared }) => prepared),
  );
  for (const [at, record] of records.entries()) {
    for (const [other, positions] of index.partnersOf(at)) {
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

/** All pairs but those within one source. */
function countPossible(records: readonly TrainingRecord[]): number {
  const bySource = new Map<string, number>();
  for (const { source } of records) bySource.set(source, (bySource.get(source) ?? 0) + 1);
  const within = [...bySource.values()].reduce((sum, count) => sum + count * (count - 1), 0);
  return (records.length * (records.length - 1) - within) / 2;
}
