import type { DecidedEdge, HumanVerdict, NodeInfo } from '../decide/decided-edge.js';
import { VerdictBook } from '../decide/verdict-book.js';
import { Evidence } from './evidence.js';
import { groupBy } from './group-by.js';
import { GrowingClusters } from './growing-clusters.js';

export interface Clustering {
  /** Clusters of two records or more, each sorted, in the order of their first ids; any other record is a person alone. */
  readonly clusters: readonly (readonly string[])[];
  /**
   * The edges at their positions. Links that clustering refused became reviews; reviews between two records that ended in one
   * cluster became links (`link.implied`), since there is nothing left to ask.
   */
  readonly edges: readonly DecidedEdge[];
  /** "Same" verdicts that are not honoured since somebody keeps two of those records apart; their edges are reviews. */
  readonly contradicted: readonly HumanVerdict[];
}

/**
 * Clusters of records that are one person: first what people made one, then the links, best first. A cluster holds one record
 * of a source at most and no pair that is vetoed or kept apart, unless people joined it; ties go to review. A function of
 * the set of edges and verdicts, never of their order; and of the connected component only, so that a component can be
 * recomputed alone.
 * @param decided what `decideEdges` gave for all edges of these components
 * @throws Error where a link names a record that `nodes` does not hold
 */
export function clusterEdges(
  nodes: ReadonlyMap<string, NodeInfo>,
  decided: readonly DecidedEdge[],
  verdicts: readonly HumanVerdict[],
): Clustering {
  const book = new VerdictBook(verdicts, nodes);
  const growing = new GrowingClusters(nodes, new Evidence(decided, book), book.joined);
  for (const wishes of byStrength(decided)) growing.grant(wishes);
  return {
    clusters: growing.all(),
    edges: decided.map((edge, number) => settled(edge, number, growing)),
    contradicted: book.contradicted,
  };
}

/** Numbers of the automatic links, strongest first, those of equal bits at once. */
function byStrength(decided: readonly DecidedEdge[]): readonly (readonly number[])[] {
  const links = decided.flatMap(({ rule }, edge) =>
    rule === 'link.certain' || rule === 'link.household' ? [edge] : [],
  );
  const groups = groupBy(links, (edge) => decided[edge]?.bits ?? 0);
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}

function settled(edge: DecidedEdge, number: number, growing: GrowingClusters): DecidedEdge {
  const refusal = growing.refused.get(number);
  if (growing.unites(number)) {
    const open = refusal !== undefined || (edge.decision === 'review' && edge.rule !== 'link.contradiction');
    return open ? { ...edge, decision: 'link', rule: 'link.implied' } : edge;
  }
  return refusal === undefined ? edge : { ...edge, decision: 'review', rule: refusal };
}
