/** A separation as the store holds it, whole: keyed ids only. */
export interface Separation {
  readonly id: string;
  /** By the database's clock: ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly incident: string;
  /** Of the key under which places are encrypted. */
  readonly keyFingerprint: string;
}

/** Whom it protects. */
export interface SeparatedPerson {
  readonly id: string;
  /** A record that was found to be theirs after the separation. */
  readonly later: boolean;
}

/** A case of a separation. */
export interface SeparatedCase {
  readonly id: string;
  /** No membership of the protected lands in it. */
  readonly former: boolean;
  /** Its address is theirs, and lies encrypted. */
  readonly guarded: boolean;
}

/** What belongs to a separation: a line of the home's file says some of it, the store all. */
export interface SeparationParts extends Separation {
  readonly persons: readonly SeparatedPerson[];
  /** Source persons of the former household. */
  readonly former: readonly string[];
  readonly cases: readonly SeparatedCase[];
}

/** What several lines say of one separation, put together: nothing is ever taken back. */
export const mergeParts = (lines: readonly SeparationParts[]): ReadonlyMap<string, SeparationParts> => {
  const merged = new Map<string, SeparationParts>();
  for (const line of lines) {
    const known = merged.get(line.id);
    merged.set(line.id, known === undefined ? line : addParts(known, line));
  }
  return merged;
};

const addParts = (known: SeparationParts, more: SeparationParts): SeparationParts => ({
  ...known,
  persons: [...byId([...more.persons, ...known.persons]).values()],
  former: [...new Set([...known.former, ...more.former])],
  cases: [...groupCases([...known.cases, ...more.cases]).values()],
});

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.id, one]));

/** What a case once was for a separation, it stays. */
const groupCases = (all: readonly SeparatedCase[]): ReadonlyMap<string, SeparatedCase> => {
  const cases = new Map<string, SeparatedCase>();
  for (const { id, former, guarded } of all) {
    const known = cases.get(id);
    cases.set(id, {
      id,
      former: former || known?.former === true,
      guarded: guarded || known?.guarded === true,
    });
  }
  return cases;
};

/** What `known` says and `other` does not; null where that is nothing. */
export const partsBeyond = (known: SeparationParts, other: SeparationParts | undefined): SeparationParts | null => {
  const persons = known.persons.filter(({ id }) => other?.persons.every((one) => one.id !== id) !== false);
  const former = known.former.filter((id) => other?.former.includes(id) !== true);
  const cases = known.cases.filter(({ id, former: left, guarded }) => {
    const said = other?.cases.find((one) => one.id === id);
    return said === undefined || (left && !said.former) || (guarded && !said.guarded);
  });
  const beyond = other === undefined || persons.length + former.length + cases.length > 0;
  return beyond ? { ...known, persons, former, cases } : null;
};
