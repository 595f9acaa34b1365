import type { ScoredEdge } from './decided-edge.js';

/**
 * Edges as a graph of numbers, built once for a set of edges: a million records would not fit into memory as maps of lists.
 * Nodes and edges are known by their numbers; an edge's number is its position in the list that it came from.
 */
export class EdgeGraph {
  /** Ids by node number: in the order in which the edges name them, then those without an edge. */
  readonly ids: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly lefts: Int32Array;
  private readonly rights: Int32Array;
  /** The edges of node n stand from starts[n] to starts[n + 1]. */
  private readonly starts: Int32Array;
  private readonly byBits: Int32Array;
  private readonly byNeighbour: Int32Array;

  /** @param others records that may have no edge and need a number all the same */
  constructor(edges: readonly ScoredEdge[], others: Iterable<string> = []) {
    this.lefts = Int32Array.from(edges, ({ left }) => this.number(left));
    this.rights = Int32Array.from(edges, ({ right }) => this.number(right));
    for (const id of others) this.number(id);
    this.starts = this.countStarts();
    // Filling goes by edge, then by neighbour: the second filling finds the neighbours of each node in ascending order.
    this.byBits = this.fill(edges.keys());
    this.byNeighbour = this.fillByNeighbour();
    for (let node = 0; node < this.ids.length; node += 1) {
      if (this.start(node + 1) - this.start(node) < 2) continue;
      this.edgesOf(node).sort((a, b) => (edges[b]?.bits ?? 0) - (edges[a]?.bits ?? 0));
    }
  }

  left(edge: number): number {
    return this.lefts[edge] ?? -1;
  }

  right(edge: number): number {
    return this.rights[edge] ?? -1;
  }

  /** The end of an edge that is not `node`. */
  other(edge: number, node: number): number {
    const left = this.left(edge);
    return left === node ? this.right(edge) : left;
  }

  /** Numbers of a node's edges, most bits first. */
  edgesOf(node: number): Int32Array {
    return this.byBits.subarray(this.start(node), this.start(node + 1));
  }

  /** The edge between two nodes; -1 where there is none. */
  between(one: number, other: number): number {
    let low = this.start(one);
    let high = this.start(one + 1) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const edge = this.byNeighbour[middle] ?? -1;
      const neighbour = this.other(edge, one);
      if (neighbour === other) return edge;
      if (neighbour < other) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** A node's number; -1 for an id that was never named. */
  numberOf(id: string): number {
    return this.numbers.get(id) ?? -1;
  }

  id(node: number): string {
    return this.ids[node] ?? '';
  }

  private start(node: number): number {
    return this.starts[node] ?? 0;
  }

  private number(id: string): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    const number = this.ids.push(id) - 1;
    this.numbers.set(id, number);
    return number;
  }

  private countStarts(): Int32Array {
    const starts = new Int32Array(this.ids.length + 1);
    for (const ends of [this.lefts, this.rights])
      for (const node of ends) starts[node + 1] = (starts[node + 1] ?? 0) + 1;
    for (let node = 0; node < this.ids.length; node += 1) {
      starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
    }
    return starts;
  }

  private fill(edges: Iterable<number>): Int32Array {
    const next = this.starts.slice();
    const filled = new Int32Array(this.lefts.length * 2);
    for (const edge of edges) {
      for (const node of [this.left(edge), this.right(edge)]) put(filled, next, node, edge);
    }
    return filled;
  }

  private fillByNeighbour(): Int32Array {
    const next = this.starts.slice();
    const filled = new Int32Array(this.lefts.length * 2);
    for (let node = 0; node < this.ids.length; node += 1) {
      for (const edge of this.edgesOf(node)) put(filled, next, this.other(edge, node), edge);
    }
    return filled;
  }
}

function put(filled: Int32Array, next: Int32Array, node: number, edge: number): void {
  const place = next[node] ?? 0;
  filled[place] = edge;
  next[node] = place + 1;
}
