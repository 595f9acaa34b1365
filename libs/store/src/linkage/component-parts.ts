/** Pairs of numbers, in several lists. */
export interface NumberPairs {
  readonly lefts: readonly Int32Array[];
  readonly rights: readonly Int32Array[];
}

/**
 * Parts that hold whole connected components, each of them about `size` pairs: a larger component is a part by itself.
 * @param nodes how many there are: they are numbered from 0
 * @returns the part of each node, and how many parts there are
 */
export const componentParts = (
  nodes: number,
  pairs: NumberPairs,
  size: number,
): { readonly partOf: Int32Array; readonly count: number } => {
  const roots = componentRoots(nodes, pairs);
  const weights = new Int32Array(nodes);
  for (const lefts of pairs.lefts) for (const left of lefts) add(weights, roots[left] ?? left);
  const partOf = new Int32Array(nodes);
  let count = 0;
  let weight = 0;
  for (let node = 0; node < nodes; node++) {
    const root = roots[node] ?? node;
    // The root is the smallest of its component: it has its part before the others ask for it.
    if (root !== node) partOf[node] = partOf[root] ?? 0;
    else {
      partOf[node] = count;
      weight += weights[node] ?? 0;
      if (weight < size) continue;
      count++;
      weight = 0;
    }
  }
  return { partOf, count: count + 1 };
};

/** The smallest node of each node's component. */
const componentRoots = (nodes: number, { lefts, rights }: NumberPairs): Int32Array => {
  const parents = Int32Array.from({ length: nodes }, (_, node) => node);
  const find = (start: number): number => {
    let node = start;
    for (let parent = parents[node] ?? node; parent !== node; parent = parents[node] ?? node) {
      parents[node] = parents[parent] ?? parent;
      node = parent;
    }
    return node;
  };
  lefts.forEach((list, at) => {
    list.forEach((left, index) => {
      const one = find(left);
      const other = find(rights[at]?.[index] ?? left);
      parents[Math.max(one, other)] = Math.min(one, other);
    });
  });
  for (let node = 0; node < nodes; node++) parents[node] = find(node);
  return parents;
};

/** Positions by the group that stands there, in ascending order. @returns the positions of a group */
export const byGroup = (groupAt: Int32Array, groups: number): ((group: number) => Int32Array) => {
  const ends = new Int32Array(groups + 1);
  for (const group of groupAt) add(ends, group + 1);
  for (let group = 0; group < groups; group++) ends[group + 1] = (ends[group + 1] ?? 0) + (ends[group] ?? 0);
  const starts = ends.slice();
  const positions = new Int32Array(groupAt.length);
  groupAt.forEach((group, position) => {
    positions[add(ends, group)] = position;
  });
  return (group) => positions.subarray(starts[group], starts[group + 1]);
};

/** Counts one more. @returns how many there were before */
const add = (counts: Int32Array, at: number): number => {
  const before = counts[at] ?? 0;
  counts[at] = before + 1;
  return before;
};
