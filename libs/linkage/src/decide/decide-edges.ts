import type { LinkagePlan } from '../plan/linkage-plan.js';
import type {
  DecidedEdge,
  EdgeDecision,
  HouseholdSupports,
  HumanVerdict,
  NodeInfo,
  ScoredEdge,
} from './decided-edge.js';
import { EdgeGraph } from './edge-graph.js';
import { compileHouseholdRule, pairName } from './household-rule.js';
import { compilePairRules, type PairRules } from './pair-rules.js';
import type { RuleCode } from './rule-codes.js';
import { type Rivalry, runnerUp } from './runner-up.js';
import { VerdictBook } from './verdict-book.js';

/**
 * Decides every pair: what people said, then vetoes, then what must hold for an automatic link, at last the lead over the
 * runner-up on both sides; where that was not enough, what others of both households say. The answer is a function of the set of edges and verdicts, never of their order, and the decision
 * about a pair depends on the edges of its two records and its household's support only. Answers stand at the positions of their edges.
 *
 * Bits are taken in single precision, which is how the store keeps them: a pair on the edge of a margin must not be decided
 * otherwise when it comes back from there.
 * @throws Error where an edge names a record that `nodes` does not hold
 */
export function decideEdges(
  plan: LinkagePlan,
  nodes: ReadonlyMap<string, NodeInfo>,
  edges: readonly ScoredEdge[],
  verdicts: readonly HumanVerdict[],
  supports: HouseholdSupports = NO_SUPPORTS,
): DecidedEdge[] {
  const graph = new EdgeGraph(edges);
  const sources = graph.ids.map((id) => sourceOf(nodes, id));
  const book = new VerdictBook(verdicts, nodes);
  const pairRules = compilePairRules(plan);
  const isHousehold = compileHouseholdRule(plan);
  const rules = edges.map((edge, number) =>
    ruleOf(edge, sources[graph.left(number)] === sources[graph.right(number)], book, pairRules),
  );
  const rivalry = rivalryOf(graph, edges, rules, sources, book);
  return edges.map((edge, number) => {
    const bits = Math.fround(edge.bits);
    const leftRunnerUp = runnerUp(rivalry, graph.left(number), graph.right(number));
    const rightRunnerUp = runnerUp(rivalry, graph.right(number), graph.left(number));
    const lead = bits - Math.max(leftRunnerUp ?? -Infinity, rightRunnerUp ?? -Infinity);
    const own = rules[number] ?? 'link.weak';
    const leads = lead >= plan.decide.automatic.margin;
    const support = supports.size === 0 ? undefined : supports.get(pairName(edge));
    const rule = leads
      ? isHousehold(own, edge.levels, bits, support)
        ? 'link.household'
        : own
      : own === 'link.certain'
        ? 'link.rival'
        : own;
    const decision = decisionOf(plan, rule, bits);
    return {
      left: edge.left,
      right: edge.right,
      bits,
      levels: edge.levels,
      decision,
      rule,
      leftRunnerUp,
      rightRunnerUp,
    };
  });
}

const NO_SUPPORTS: HouseholdSupports = new Map();

/** The rule for a pair as if it were the only one. */
function ruleOf(
  { left, right, bits, levels }: ScoredEdge,
  ofOneSource: boolean,
  book: VerdictBook,
  pairRules: PairRules,
): RuleCode {
  switch (book.of(left, right)) {
    case 'never':
      return 'link.never';
    case 'same':
      return 'link.same';
    case 'contradicted':
      return 'link.contradiction';
    case null: {
      const rule = pairRules(levels, Math.fround(bits));
      return ofOneSource && rule !== 'link.weak' && rule !== 'link.vetoed' ? 'link.one-source' : rule;
    }
  }
}

function rivalryOf(
  graph: EdgeGraph,
  edges: readonly ScoredEdge[],
  rules: readonly RuleCode[],
  sources: readonly string[],
  book: VerdictBook,
): Rivalry {
  return {
    graph,
    bitsOf: (edge) =>
      rules[edge] === 'link.never' || rules[edge] === 'link.weak' ? null : Math.fround(edges[edge]?.bits ?? -Infinity),
    mayBeOne: (one, other, edge) => {
      if (book.of(graph.id(one), graph.id(other)) === 'never') return false;
      if (book.joins(graph.id(one), graph.id(other))) return true;
      const rule = rules[edge];
      if (rule === undefined || rule === 'link.weak' || rule === 'link.vetoed') return false;
      return sources[one] !== sources[other];
    },
  };
}

function sourceOf(nodes: ReadonlyMap<string, NodeInfo>, id: string): string {
  const node = nodes.get(id);
  if (node === undefined) throw new Error('an edge names a record that is not among the nodes');
  return node.source;
}

function decisionOf(plan: LinkagePlan, rule: RuleCode, bits: number): EdgeDecision {
  switch (rule) {
    case 'link.certain':
    case 'link.household':
    case 'link.same':
    case 'link.implied':
      return 'link';
    case 'link.never':
    case 'link.weak':
      return 'apart';
    case 'link.vetoed':
      return bits < plan.decide.review.vetoedFrom ? 'apart' : 'review';
    case 'link.contradiction':
    case 'link.one-source':
    case 'link.twin-pattern':
    case 'link.improbable':
    case 'link.required-level':
    case 'link.one-family':
    case 'link.rival':
    case 'link.cluster-source':
    case 'link.cluster-never':
    case 'link.cluster-vetoed':
    case 'link.cluster-thin':
    case 'link.tie':
      return 'review';
  }
}
