import { DisjointSets, type Pair } from './disjoint-sets.js';

/**
 * Connected components of pairs: the ids that can have a say in each other's clusters. A decision looks at the edges of its
 * two records, clustering at the component; so when records change, recomputing every component that they touch or touched
 * gives what a run from scratch would give. Give every kept edge and every standing verdict.
 * @returns components of two ids or more, each sorted, in the order of their first ids
 */
export const components = (pairs: Iterable<Pair>): readonly (readonly string[])[] =>
  DisjointSets.ofPairs(pairs).groups();
