import type { NodeInfo } from '../decide/decided-edge.js';
import type { RuleCode } from '../decide/rule-codes.js';
import { DisjointSets, sortedGroups } from './disjoint-sets.js';
import type { Evidence } from './evidence.js';
import { groupBy } from './group-by.js';
import { type Cluster, merged, mergeRefusal } from './merge.js';

/** Clusters while they grow, from the records that people made one on. Records and edges by their numbers in the graph. */
export class GrowingClusters {
  private readonly clusters: (Cluster | undefined)[];
  /** Why an edge was refused, by its number. */
  readonly refused = new Map<number, RuleCode>();

  constructor(
    private readonly nodes: ReadonlyMap<string, NodeInfo>,
    private readonly evidence: Evidence,
    joined: readonly (readonly string[])[],
  ) {
    this.clusters = evidence.graph.ids.map(() => undefined);
    for (const ids of joined) {
      const unit = ids.map((id) => evidence.graph.numberOf(id));
      this.assign({ units: [unit], records: unit, sources: [...new Set(unit.map((node) => this.sourceOf(node)))] });
    }
  }

  /** Whether the records of an edge ended in one cluster. */
  unites(edge: number): boolean {
    const { graph } = this.evidence;
    const cluster = this.clusters[graph.left(edge)];
    return cluster !== undefined && cluster === this.clusters[graph.right(edge)];
  }

  /** Clusters of two records or more, each sorted, in the order of their first ids. */
  all(): readonly (readonly string[])[] {
    const { graph } = this.evidence;
    const grown = new Set(this.clusters.filter((cluster) => cluster !== undefined && cluster.records.length > 1));
    return sortedGroups([...grown].map((cluster) => (cluster?.records ?? []).map((node) => graph.id(node))));
  }

  /**
   * Grants wishes of equal strength: all those that hang together, or none of them. What cannot be granted by itself is
   * refused first, for its own reason; the rest that would clash with each other is a tie.
   */
  grant(wishes: readonly number[]): void {
    const possible = wishes.filter((edge) => !this.unites(edge) && !this.refuse(edge));
    for (const group of this.hangingTogether(possible)) {
      const clusters = [...new Set(group.flatMap((edge) => this.endsOf(edge)))];
      // One wish by itself was tried above.
      if (group.length === 1 || mergeRefusal(clusters, this.evidence) === null) this.assign(merged(clusters));
      else for (const edge of group) this.refuseTie(edge);
    }
  }

  /** Wishes by the clusters that granting all of them would make one. */
  private hangingTogether(wishes: readonly number[]): readonly (readonly number[])[] {
    if (wishes.length < 2) return wishes.map((wish) => [wish]);
    const nameOf = ({ records }: Cluster): string => String(records[0]);
    const named = wishes.map((edge) => {
      const [one, other] = this.endsOf(edge);
      return { edge, left: nameOf(one), right: nameOf(other) };
    });
    const sets = DisjointSets.ofPairs(named);
    return [...groupBy(named, ({ left }) => sets.rootOf(left)).values()].map((group) => group.map(({ edge }) => edge));
  }

  private refuse(edge: number): boolean {
    const reason = mergeRefusal(this.endsOf(edge), this.evidence);
    if (reason !== null) this.refused.set(edge, reason);
    return reason !== null;
  }

  private refuseTie(edge: number): void {
    this.refused.set(edge, 'link.tie');
    this.evidence.tie(edge);
  }

  private assign(cluster: Cluster): void {
    for (const node of cluster.records) this.clusters[node] = cluster;
  }

  private endsOf(edge: number): readonly [Cluster, Cluster] {
    const { graph } = this.evidence;
    return [this.clusterOf(graph.left(edge)), this.clusterOf(graph.right(edge))];
  }

  private clusterOf(node: number): Cluster {
    return (this.clusters[node] ??= { units: [[node]], records: [node], sources: [this.sourceOf(node)] });
  }

  private sourceOf(node: number): string {
    const known = this.nodes.get(this.evidence.graph.id(node));
    if (known === undefined) throw new Error('a link names a record that is not among the nodes');
    return known.source;
  }
}
