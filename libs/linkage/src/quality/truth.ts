import type { Pair } from '../cluster/disjoint-sets.js';

/** Who the records really are. */
export interface Truth {
  /** Record → true person. Records without a truth (quarantined, withheld) do not belong here. */
  readonly personOf: ReadonlyMap<string, string>;
  /** True person → what makes it hard: twin, junior, namesake, marriedName … None for most. */
  readonly kindsOf: ReadonlyMap<string, readonly string[]>;
}

const NONE: readonly string[] = [];

export const isTruePair = ({ personOf }: Truth, { left, right }: Pair): boolean => {
  const person = personOf.get(left);
  return person !== undefined && person === personOf.get(right);
};

/** The kinds that two records share: of their person, or of the two persons that a wrong link mixes up. */
export function kindsOfPair({ personOf, kindsOf }: Truth, { left, right }: Pair): readonly string[] {
  const ofLeft = kindsOf.get(personOf.get(left) ?? '') ?? NONE;
  if (ofLeft.length === 0) return NONE;
  const ofRight = kindsOf.get(personOf.get(right) ?? '') ?? NONE;
  return ofLeft.filter((kind) => ofRight.includes(kind));
}

/** How many records each true person has. */
export function recordsByPerson({ personOf }: Truth): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const person of personOf.values()) counts.set(person, (counts.get(person) ?? 0) + 1);
  return counts;
}

/** Pairs of records of one person among n records. */
export const pairsAmong = (records: number): number => (records * (records - 1)) / 2;

/** How many of the pairs are of one person. Each pair once. */
export function countTruePairs(truth: Truth, pairs: Iterable<Pair>): number {
  let count = 0;
  for (const pair of pairs) if (isTruePair(truth, pair)) count += 1;
  return count;
}
