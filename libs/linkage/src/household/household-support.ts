import type { DecidedEdge, HouseholdSupport } from '../decide/decided-edge.js';
import type { HouseholdPair } from './households.js';

/** The ends of a pair. */
type Pair = Pick<DecidedEdge, 'left' | 'right'>;

/**
 * What the other members of two households say about a pair of theirs.
 *
 * Only automatic links that the evidence of their own made count, so that nobody is supported by what was supported before.
 * Where a member of the pair has another counterpart in the other household who is nobody else's there (a twin, a cousin of one
 * name), the household speaks for either, which is for none.
 * @param decided pairs of members as their own evidence decides them; pairs within a household and with others are passed over
 */
export function householdSupport(
  pair: Pair,
  households: HouseholdPair,
  decided: readonly DecidedEdge[],
): HouseholdSupport {
  const between = decided.filter((edge) => isBetween(edge, households) && !isSame(edge, pair));
  const sure = between.filter(({ decision, rule }) => decision === 'link' && rule === 'link.certain');
  const paired = new Set(sure.flatMap(({ left, right }) => [left, right]));
  if (paired.has(pair.left) || paired.has(pair.right)) return 'taken';
  if (between.some((edge) => rivals(edge, pair, paired))) return 'none';
  return sure.length === 0 ? 'none' : sure.length === 1 ? 'one' : 'several';
}

const isBetween = ({ left, right }: Pair, households: HouseholdPair): boolean =>
  (households.left.includes(left) && households.right.includes(right)) ||
  (households.left.includes(right) && households.right.includes(left));

const isSame = (edge: Pair, { left, right }: Pair): boolean =>
  (edge.left === left && edge.right === right) || (edge.left === right && edge.right === left);

/** Whether an edge gives a member of the pair a second counterpart, who is not known to be somebody else. */
const rivals = (edge: Pair, pair: Pair, paired: ReadonlySet<string>): boolean => {
  const shares = (end: string): boolean => end === pair.left || end === pair.right;
  return (shares(edge.left) && !paired.has(edge.right)) || (shares(edge.right) && !paired.has(edge.left));
};
