import { groupBy } from '../cluster/group-by.js';

/** Which household each record belongs to. A household of more members than `largest` is no family, and is left out. */
export class Households {
  private readonly households: ReadonlyMap<string, string>;
  private readonly groups: ReadonlyMap<string, readonly string[]>;

  /**
   * @param memberships of records: id, household
   * @param largest members at most
   */
  constructor(memberships: Iterable<readonly [string, string]>, largest: number) {
    const all = groupBy(memberships, ([, household]) => household);
    const families = [...all].filter(([, members]) => members.length <= largest);
    this.groups = new Map(families.map(([household, members]) => [household, members.map(([id]) => id)]));
    this.households = new Map(families.flatMap(([household, members]) => members.map(([id]) => [id, household])));
  }

  /** The household of a record; null where it has none. */
  of(id: string): string | null {
    return this.households.get(id) ?? null;
  }

  members(household: string): readonly string[] {
    return this.groups.get(household) ?? [];
  }

  /** Members of the households of both ends of a pair, those of the left end first; null where there are not two households. */
  ofPair({ left, right }: { readonly left: string; readonly right: string }): HouseholdPair | null {
    const one = this.of(left);
    const other = this.of(right);
    if (one === null || other === null || one === other) return null;
    return { left: this.members(one), right: this.members(other) };
  }
}

/** Members of the household of a pair's left record, and of its right one's. */
export interface HouseholdPair {
  readonly left: readonly string[];
  readonly right: readonly string[];
}
