/** Why a person is kept out by a right that was used here. Exports' own refusals are no tombstones: exports take them back. */
export type TombstoneKind = 'refused' | 'erased';

/** The keyed trace of a right: says "expected absent", and nothing of the person. */
export interface Tombstone {
  /** Keyed id of the source person. */
  readonly id: string;
  readonly kind: TombstoneKind;
  /** By the database's clock: ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  /** What the request is known by outside; no name. */
  readonly incident: string | null;
  /** Where its record comes from: codes of system and site, name of the table. */
  readonly system: string;
  readonly site: string;
  readonly table: string;
}

/** A line of the home's file: a tombstone, or the withdrawal of a refusal. */
export type TombstoneLine = Omit<Tombstone, 'kind'> & { readonly kind: TombstoneKind | 'withdrawn' };

/** What a file comes to. */
export interface StandingTombstones {
  readonly standing: ReadonlyMap<string, Tombstone>;
  /** Persons whose refusal was withdrawn last. */
  readonly withdrawn: ReadonlySet<string>;
}

/** Line after line; a withdrawal lifts a refusal and never an erasure. */
export const standingOf = (lines: readonly TombstoneLine[]): StandingTombstones => {
  const standing = new Map<string, Tombstone>();
  const withdrawn = new Set<string>();
  for (const { kind, ...line } of lines) {
    const before = standing.get(line.id);
    if (before?.kind === 'erased' && kind !== 'erased') continue;
    if (kind === 'withdrawn') {
      standing.delete(line.id);
      withdrawn.add(line.id);
    } else {
      standing.set(line.id, { ...line, kind });
      withdrawn.delete(line.id);
    }
  }
  return { standing, withdrawn };
};
