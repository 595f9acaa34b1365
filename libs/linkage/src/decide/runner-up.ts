import type { EdgeGraph } from './edge-graph.js';

/** What the search for rivals asks about pairs of records, by their numbers. */
export interface Rivalry {
  readonly graph: EdgeGraph;
  /** Bits of an edge; null for one that takes no part, since people settled it or it is too weak. */
  readonly bitsOf: (edge: number) => number | null;
  /** Whether two records may be one person as far as is known. `edge`: between them, -1 where none was kept. */
  readonly mayBeOne: (one: number, other: number, edge: number) => boolean;
}

/**
 * Bits of the best rival of `partner` for `node`; null where it has none.
 *
 * Who is a rival? Not everybody else who resembles the record: the same person may stand in three systems, and then each of
 * the three records resembles two others for a good reason. A rival is a record that resembles `node` and cannot be the
 * same person as `partner`, so that at most one of the two is right: another record of the partner's source, one that is
 * vetoed against the partner or kept apart from it by somebody, and also one of which no comparison with the partner was
 * kept, because too little speaks for the two being one. What resembles both is support, not rivalry. A rival counts even
 * when its own pair is vetoed: a twin sister is no candidate, yet she says that this household has two of that name.
 * Whoever was told apart from `node` by a person is no rival: that doubt is settled.
 *
 * Only edges of `node` and `partner` are looked at.
 */
export function runnerUp({ graph, bitsOf, mayBeOne }: Rivalry, node: number, partner: number): number | null {
  for (const edge of graph.edgesOf(node)) {
    const other = graph.other(edge, node);
    if (other === partner) continue;
    const bits = bitsOf(edge);
    if (bits !== null && !mayBeOne(partner, other, graph.between(partner, other))) return bits;
  }
  return null;
}
