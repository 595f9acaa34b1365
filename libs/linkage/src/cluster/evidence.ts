import type { DecidedEdge } from '../decide/decided-edge.js';
import { EdgeGraph } from '../decide/edge-graph.js';
import type { RuleCode } from '../decide/rule-codes.js';
import type { VerdictBook } from '../decide/verdict-book.js';

/** What is known of two records: a reason why they are not one, support for their being one, or neither. */
export type Relation = RuleCode | 'support' | 'nothing';

/**
 * What the decided edges and the verdicts say about any two records, for clustering. Support is any kept pair that is not
 * vetoed: one that a person should see speaks for a third record as well.
 */
export class Evidence {
  readonly graph: EdgeGraph;
  private readonly tied = new Set<number>();

  constructor(
    private readonly edges: readonly DecidedEdge[],
    private readonly book: VerdictBook,
  ) {
    this.graph = new EdgeGraph(edges, book.joined.flat());
  }

  /** Holds an edge that tied with another apart for good: what could not be told by the best evidence is not told by less. */
  tie(edge: number): void {
    this.tied.add(edge);
  }

  /** Of two records by their numbers in the graph. */
  relation(one: number, other: number): Relation {
    if (this.book.of(this.graph.id(one), this.graph.id(other)) === 'never') return 'link.cluster-never';
    const edge = this.graph.between(one, other);
    if (edge < 0) return 'nothing';
    if (this.tied.has(edge)) return 'link.tie';
    const rule = this.edges[edge]?.rule;
    if (rule === 'link.vetoed') return 'link.cluster-vetoed';
    return rule === undefined || rule === 'link.weak' || rule === 'link.contradiction' ? 'nothing' : 'support';
  }
}
