import { DisjointSets } from '../cluster/disjoint-sets.js';
import type { HumanVerdict } from './decided-edge.js';

/** What people have said of a pair. `contradicted`: a "same" that would join two records which somebody keeps apart. */
export type Standing = 'same' | 'never' | 'contradicted' | null;

/**
 * The verdicts of people, indexed. Verdicts that name a record which is not among `known` are left out: the record was
 * rolled back or erased, and the verdict waits for its return.
 */
export class VerdictBook {
  private readonly standings = new Map<string, Map<string, Exclude<Standing, null>>>();
  private readonly groups = new Map<string, number>();
  /** "Same" verdicts that are not honoured since they contradict a "never", in the order of their ids. */
  readonly contradicted: readonly HumanVerdict[];
  /** Groups of records that people made one, of two or more; each sorted. */
  readonly joined: readonly (readonly string[])[];

  constructor(verdicts: readonly HumanVerdict[], known: { has(id: string): boolean }) {
    const ordered = verdicts.map(inOrder).filter(({ left, right }) => known.has(left) && known.has(right));
    const nevers = ordered.filter(({ verdict }) => verdict === 'never');
    const sames = ordered.filter(({ verdict }) => verdict === 'same');
    const sets = DisjointSets.ofPairs(sames);
    const split = new Set(
      nevers.filter(({ left, right }) => sets.together(left, right)).map(({ left }) => sets.rootOf(left)),
    );
    this.contradicted = sames.filter(({ left }) => split.has(sets.rootOf(left))).sort(byIds);
    this.joined = sets.groups().filter(([first = '']) => !split.has(sets.rootOf(first)));
    this.joined.forEach((group, number) => group.forEach((id) => this.groups.set(id, number)));
    for (const { left, right } of sames) this.note(left, right, split.has(sets.rootOf(left)) ? 'contradicted' : 'same');
    // Last: on one pair "never" outranks "same".
    for (const { left, right } of nevers) this.note(left, right, 'never');
  }

  /** What stands about a pair, in either order; null where nobody said anything. */
  of(one: string, other: string): Standing {
    if (this.standings.size === 0) return null;
    return (one < other ? this.standings.get(one)?.get(other) : this.standings.get(other)?.get(one)) ?? null;
  }

  /** Whether people made the two one, directly or through others. */
  joins(one: string, other: string): boolean {
    const group = this.groups.get(one);
    return group !== undefined && group === this.groups.get(other);
  }

  private note(left: string, right: string, standing: Exclude<Standing, null>): void {
    const of = this.standings.get(left) ?? new Map<string, Exclude<Standing, null>>();
    this.standings.set(left, of.set(right, standing));
  }
}

const inOrder = (one: HumanVerdict): HumanVerdict =>
  one.left < one.right ? one : { left: one.right, right: one.left, verdict: one.verdict };

const byIds = (a: HumanVerdict, b: HumanVerdict): number =>
  a.left < b.left ? -1 : a.left > b.left ? 1 : a.right < b.right ? -1 : a.right > b.right ? 1 : 0;
