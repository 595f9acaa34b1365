import {
  clusterEdges,
  type DecidedEdge,
  decideEdges,
  type HouseholdSupports,
  type LinkagePlan,
  type NodeInfo,
  pairName,
} from '#libs/linkage';
import type { GraphEdge, GraphVerdict, LinkGraph } from '#libs/store';

/** Level of a field that one side or both do not know. */
const UNKNOWN = 255;

/** What became of the pairs and persons of a graph. */
export interface DecidedLinks {
  readonly edges: readonly DecidedEdge[];
  readonly clusters: readonly (readonly string[])[];
  /** Everybody whom this was about. */
  readonly persons: readonly string[];
  readonly links: number;
  readonly reviews: number;
}

/**
 * Decides about whole connected components. A function of the set of scored pairs and verdicts, so that a run of touched
 * components and a run of everything come to the same.
 * @param supports what households say about these pairs
 */
export const decideLinks = (
  plan: LinkagePlan,
  { nodes, edges, verdicts }: LinkGraph,
  supports: HouseholdSupports,
): DecidedLinks => {
  const known = new Map<string, NodeInfo>(nodes.map((node) => [node.id, node]));
  const scored = edges.filter(isScored);
  const decided = decideEdges(plan, known, scored, verdicts, supports);
  const { clusters, edges: settled, contradicted } = clusterEdges(known, decided, verdicts);
  const all = [...settled, ...withoutPair(plan, settled, contradicted)];
  return {
    edges: all,
    clusters,
    persons: nodes.map(({ id }) => id),
    links: all.filter(({ decision }) => decision === 'link').length,
    reviews: all.filter(({ decision }) => decision === 'review').length,
  };
};

/**
 * "Same" verdicts that contradict another decision about pairs that no longer resemble each other: without a pair in the store
 * nobody would be asked. They are kept as pairs of which nothing was compared, and are not taken for scored ones later.
 */
const withoutPair = (
  plan: LinkagePlan,
  settled: readonly DecidedEdge[],
  contradicted: readonly GraphVerdict[],
): DecidedEdge[] => {
  const missing = new Map(contradicted.map((verdict) => [pairName(verdict), verdict]));
  if (missing.size > 0) for (const edge of settled) missing.delete(pairName(edge));
  return [...missing.values()].map(({ left, right }) => ({
    left: left < right ? left : right,
    right: left < right ? right : left,
    bits: 0,
    levels: new Uint8Array(plan.fields.length).fill(UNKNOWN),
    decision: 'review',
    rule: 'link.contradiction',
    leftRunnerUp: null,
    rightRunnerUp: null,
  }));
};

/** Whoever shares a blocking key agrees on something. */
export const isScored = ({ levels }: GraphEdge): boolean => levels.some((level) => level !== UNKNOWN);
