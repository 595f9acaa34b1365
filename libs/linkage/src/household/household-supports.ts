import { clusterEdges } from '../cluster/cluster-edges.js';
import { decideEdges } from '../decide/decide-edges.js';
import type {
  DecidedEdge,
  HouseholdSupport,
  HouseholdSupports,
  HumanVerdict,
  NodeInfo,
  ScoredEdge,
} from '../decide/decided-edge.js';
import { compileHouseholdQuestion, pairName } from '../decide/household-rule.js';
import { compilePairRules } from '../decide/pair-rules.js';
import type { LinkagePlan } from '../plan/linkage-plan.js';
import { householdSupport } from './household-support.js';
import type { HouseholdPair, Households } from './households.js';

/** Every kept pair that has an end in one of the households in question, their records, and what people settled about these. */
export interface Surroundings {
  readonly nodes: ReadonlyMap<string, NodeInfo>;
  readonly edges: readonly ScoredEdge[];
  readonly verdicts: readonly HumanVerdict[];
}

/** Whether households must be looked at to decide a pair: the others are decided without, whatever their household. */
export function compileAsksHousehold(plan: LinkagePlan): (edge: Pick<ScoredEdge, 'levels' | 'bits'>) => boolean {
  const question = compileHouseholdQuestion(plan);
  const own = compilePairRules(plan);
  return ({ levels, bits }) => question(levels, bits) && own(levels, Math.fround(bits)) !== 'link.certain';
}

/**
 * What their households say about some pairs. One pass: each pair is looked at by itself, from all pairs of both households as
 * they are decided without any support. So it depends on those pairs only, and neither on the order of the pairs in question nor
 * on which others are in question with them.
 * @param surroundings may hold more than the households of these pairs need
 */
export function householdSupports(
  plan: LinkagePlan,
  pairs: Iterable<Pick<ScoredEdge, 'left' | 'right'>>,
  households: Households,
  surroundings: Surroundings,
): HouseholdSupports {
  const edgesOf = byRecord(surroundings.edges);
  const supports = new Map<string, HouseholdSupport>();
  for (const pair of pairs) {
    const both = households.ofPair(pair);
    if (both === null) continue;
    const support = householdSupport(pair, both, decideAlone(plan, both, edgesOf, surroundings));
    if (support !== 'none') supports.set(pairName(pair), support);
  }
  return supports;
}

/** All pairs of the members of two households, as their own evidence decides them. */
function decideAlone(
  plan: LinkagePlan,
  { left, right }: HouseholdPair,
  edgesOf: ReadonlyMap<string, readonly ScoredEdge[]>,
  { nodes, verdicts }: Surroundings,
): readonly DecidedEdge[] {
  const members = [...left, ...right];
  const edges = [...new Set(members.flatMap((id) => edgesOf.get(id) ?? []))];
  const near = new Map<string, NodeInfo>();
  for (const id of [...members, ...edges.flatMap((edge) => [edge.left, edge.right])]) {
    const node = nodes.get(id);
    if (node !== undefined) near.set(id, node);
  }
  const known = edges.filter((edge) => near.has(edge.left) && near.has(edge.right));
  return clusterEdges(near, decideEdges(plan, near, known, verdicts), verdicts).edges;
}

function byRecord(edges: readonly ScoredEdge[]): ReadonlyMap<string, readonly ScoredEdge[]> {
  const found = new Map<string, ScoredEdge[]>();
  const note = (id: string, edge: ScoredEdge): void => {
    const of = found.get(id);
    if (of === undefined) found.set(id, [edge]);
    else of.push(edge);
  };
  for (const edge of edges) {
    note(edge.left, edge);
    note(edge.right, edge);
  }
  return found;
}
