/** Values by a key, in the order in which they come. Node 20 has no `Map.groupBy`. */
export const groupRows = <V>(values: readonly V[], keyOf: (value: V) => string): ReadonlyMap<string, readonly V[]> => {
  const groups = new Map<string, V[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
};
