import { groupBy } from './group-by.js';

/** Two ids that belong together. */
export interface Pair {
  readonly left: string;
  readonly right: string;
}

/** Sets of ids that pairs have joined. What they hold never depends on the order of the pairs. */
export class DisjointSets {
  private readonly numbers = new Map<string, number>();
  private readonly ids: string[] = [];
  private readonly parents: number[] = [];

  static ofPairs(pairs: Iterable<Pair>): DisjointSets {
    const sets = new DisjointSets();
    for (const { left, right } of pairs) sets.join(left, right);
    return sets;
  }

  join(left: string, right: string): void {
    const a = this.find(this.numberOf(left));
    const b = this.find(this.numberOf(right));
    // The older root stays: paths are halved on every find, which keeps them short enough without ranks.
    if (a !== b) this.parents[Math.max(a, b)] = Math.min(a, b);
  }

  /** A number that all members of an id's set share, until the next join; -1 for an id that no pair named. */
  rootOf(id: string): number {
    const number = this.numbers.get(id);
    return number === undefined ? -1 : this.find(number);
  }

  together(left: string, right: string): boolean {
    const root = this.rootOf(left);
    return root >= 0 && root === this.rootOf(right);
  }

  /** All sets of two ids or more, each sorted, in the order of their first ids. */
  groups(): readonly (readonly string[])[] {
    return sortedGroups(groupBy(this.ids, (id) => this.rootOf(id)).values());
  }

  private numberOf(id: string): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    const number = this.ids.push(id) - 1;
    this.numbers.set(id, number);
    return this.parents.push(number) - 1;
  }

  private find(start: number): number {
    let number = start;
    for (let parent = this.parentOf(number); parent !== number; parent = this.parentOf(number)) {
      this.parents[number] = this.parentOf(parent);
      number = parent;
    }
    return number;
  }

  private parentOf(number: number): number {
    return this.parents[number] ?? number;
  }
}

/** Groups of two ids or more, each sorted, in the order of their first ids: one writing for one partition. */
export function sortedGroups(groups: Iterable<readonly string[]>): readonly (readonly string[])[] {
  return [...groups]
    .filter(({ length }) => length > 1)
    .map((group) => [...group].sort())
    .sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));
}
