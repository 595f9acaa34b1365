import {
  compileComparer,
  compileScorer,
  countTraining,
  countTruePairs,
  evaluate,
  linkRecords,
  type LinkableRecord,
  type LinkageModel,
  type LinkedRecords,
  type QualityReport,
  train,
} from '#libs/linkage';
import { type BenchConfig } from './bench-config.js';
import { type BenchFiles, idInFile, readBenchRecords } from './bench-records.js';
import { readBenchTruth } from './bench-truth.js';

/** A pair that was linked, or that a person should see. */
export interface BenchPair {
  readonly left: string;
  readonly right: string;
  /** log2 odds that the two are one. */
  readonly score: number;
  readonly decision: 'link' | 'review';
}

/** What a bench came to. */
export interface BenchResult extends Pick<LinkedRecords, 'candidatePairs' | 'largeBlocks'> {
  readonly records: number;
  readonly model: LinkageModel;
  readonly pairs: readonly BenchPair[];
  /** null where nobody told the truth. */
  readonly quality: QualityReport | null;
  readonly seconds: number;
}

/** What there is to watch: records read, and the stages after that. */
export interface BenchWatch {
  read(): void;
  stage(stage: 'training' | 'linking'): void;
}

/**
 * Links two files, or finds the duplicates in one, and evaluates that where the truth is known.
 * @throws TeachingError `link-bench.*`, or ModelRefused where no weights can be learnt
 */
export async function runBench(
  config: BenchConfig,
  files: BenchFiles,
  truthFile: string | null,
  watch: BenchWatch,
  signal: AbortSignal,
): Promise<BenchResult> {
  const began = performance.now();
  const records = await readBenchRecords(config, files, signal, () => watch.read());
  const truth = truthFile === null ? null : await readBenchTruth(truthFile, files, records, signal);
  if (config.model === null) watch.stage('training');
  const model = config.model ?? train(config.plan, config.plan.version, countTraining(config.plan, records));
  watch.stage('linking');
  const found: { left: string; right: string }[] = [];
  const onCandidate = (left: string, right: string): void => void found.push({ left, right });
  const linked = linkRecords(config.plan, model, records, {
    withinSources: false,
    ...(truth === null ? {} : { onCandidate }),
  });
  const seconds = (performance.now() - began) / 1000;
  const quality =
    truth === null ? null : evaluate(truth, { ...linked, blockedTruePairs: countTruePairs(truth, found) });
  const { candidatePairs, largeBlocks } = linked;
  const pairs = pairsOf(config, model, records, linked);
  return { records: records.length, model, candidatePairs, largeBlocks, pairs, quality, seconds };
}

/** Every pair of a cluster is a link, also one that no block brought together; every other undecided pair is a review. */
function pairsOf(
  { plan }: BenchConfig,
  model: LinkageModel,
  records: readonly LinkableRecord[],
  { clusters, edges }: LinkedRecords,
): readonly BenchPair[] {
  const decided = edges.filter(({ decision }) => decision !== 'apart');
  const known = new Set(decided.map(({ left, right }) => `${left}\n${right}`));
  const byId = new Map(records.map((record) => [record.id, record]));
  const compare = compileComparer(plan);
  const score = compileScorer(plan, model);
  const levels = new Uint8Array(plan.fields.length);
  const implied = clusters.flatMap(pairsWithin).flatMap(([left, right]): BenchPair[] => {
    const [a, b] = [byId.get(left)?.prepared, byId.get(right)?.prepared];
    if (a === undefined || b === undefined || known.has(`${left}\n${right}`)) return [];
    compare(a, b, levels);
    return [pairOf(left, right, score(a, b, levels), 'link')];
  });
  const told = decided.map(({ left, right, bits, decision }) =>
    pairOf(left, right, bits, decision === 'link' ? 'link' : 'review'),
  );
  return [...told, ...implied];
}

const pairsWithin = (ids: readonly string[]): (readonly [string, string])[] =>
  ids.flatMap((left, place) => ids.slice(place + 1).map((right) => [left, right] as const));

const pairOf = (left: string, right: string, bits: number, decision: BenchPair['decision']): BenchPair => ({
  left: idInFile(left),
  right: idInFile(right),
  score: Math.round(bits * 1000) / 1000,
  decision,
});
