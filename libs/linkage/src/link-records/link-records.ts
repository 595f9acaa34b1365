import { BlockIndex, type LargeBlock } from '../blocking/block-index.js';
import { type Clustering, clusterEdges } from '../cluster/cluster-edges.js';
import { compileComparer } from '../compare/compile-comparer.js';
import { decideEdges } from '../decide/decide-edges.js';
import type { HouseholdSupports, HumanVerdict, NodeInfo, ScoredEdge } from '../decide/decided-edge.js';
import { compileAsksHousehold, householdSupports } from '../household/household-supports.js';
import { Households } from '../household/households.js';
import { compileScorer } from '../model/compile-scorer.js';
import type { LinkageModel } from '../model/linkage-model.js';
import type { LinkagePlan } from '../plan/linkage-plan.js';
import type { Prepared } from '../prepare/prepared.js';

/** A record to link. Records of one source are compared, since a person may be in it twice, and never linked by themselves. */
export interface LinkableRecord extends NodeInfo {
  readonly prepared: Prepared;
  /** Name of its household; null or absent: none is known. */
  readonly household?: string | null;
}

/** What linking came to. */
export interface LinkedRecords extends Clustering {
  /** Pairs that share a block: compared and scored. */
  readonly candidatePairs: number;
  readonly largeBlocks: readonly LargeBlock[];
}

/** What a caller may want otherwise. */
export interface LinkingOptions {
  readonly verdicts?: readonly HumanVerdict[];
  /** Whether records of one source are compared too. Default: true. */
  readonly withinSources?: boolean;
  /** Told of each candidate pair, ids in order: for measuring what blocking finds. */
  readonly onCandidate?: (left: string, right: string) => void;
}

/**
 * The whole linkage in memory: blocks, comparisons, scores, decisions, clusters. What the engine does with the store in
 * ranges and jobs, in one function, for files that fit into memory and for tests; the same records give the same outcome
 * in any order.
 * @throws {ModelRefused} where the model is not of this plan
 */
export function linkRecords(
  plan: LinkagePlan,
  model: LinkageModel,
  records: readonly LinkableRecord[],
  options: LinkingOptions = {},
): LinkedRecords {
  const index = new BlockIndex(
    plan,
    records.map(({ prepared }) => prepared),
  );
  const { edges, candidatePairs } = scorePairs(plan, model, records, index, options);
  const nodes = new Map(records.map(({ id, source }) => [id, { id, source }]));
  const verdicts = options.verdicts ?? [];
  const supports = supportsOf(plan, records, nodes, edges, verdicts);
  const clustering = clusterEdges(nodes, decideEdges(plan, nodes, edges, verdicts, supports), verdicts);
  return { ...clustering, candidatePairs, largeBlocks: index.largeBlocks() };
}

function supportsOf(
  plan: LinkagePlan,
  records: readonly LinkableRecord[],
  nodes: ReadonlyMap<string, NodeInfo>,
  edges: readonly ScoredEdge[],
  verdicts: readonly HumanVerdict[],
): HouseholdSupports {
  const asking = edges.filter(compileAsksHousehold(plan));
  if (plan.household === undefined || asking.length === 0) return new Map();
  const memberships = records.flatMap(({ id, household = null }) =>
    household === null ? [] : [[id, household] as const],
  );
  const households = new Households(memberships, plan.household.largest);
  return householdSupports(plan, asking, households, { nodes, edges, verdicts });
}

function scorePairs(
  plan: LinkagePlan,
  model: LinkageModel,
  records: readonly LinkableRecord[],
  index: BlockIndex,
  { withinSources = true, onCandidate }: LinkingOptions,
): { edges: readonly ScoredEdge[]; candidatePairs: number } {
  const compare = compileComparer(plan);
  const score = compileScorer(plan, model);
  const levels = new Uint8Array(plan.fields.length);
  const edges: ScoredEdge[] = [];
  let candidatePairs = 0;
  for (const [at, a] of records.entries()) {
    for (const other of index.partnersOf(at).keys()) {
      const b = records[other];
      if (b === undefined || (!withinSources && a.source === b.source)) continue;
      candidatePairs += 1;
      const [left, right] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
      onCandidate?.(left, right);
      compare(a.prepared, b.prepared, levels);
      const bits = score(a.prepared, b.prepared, levels);
      if (bits >= plan.decide.review.from) edges.push({ left, right, bits, levels: levels.slice() });
    }
  }
  return { edges, candidatePairs };
}
