/**
 * Why a person is kept out by what was done here: a right that was used, or a period that was over. Exports' own refusals are no
 * tombstones: exports take them back.
 */
export type TombstoneKind = 'refused' | 'erased' | 'expired';

/** The keyed trace: says "expected absent", and nothing of the person. */
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
  /** Expired files only: the last contact that they were judged by, YYYY-MM-DD. A newer one brings the person back. */
  readonly lastContact?: string;
  /** Expired files only: shared by the records that were one person, at random, so that they come back together. */
  readonly together?: string;
}

/** A line of the home's file: a tombstone, the withdrawal of a refusal, or the return of somebody whose file had expired. */
export type TombstoneLine = Omit<Tombstone, 'kind'> & { readonly kind: TombstoneKind | 'withdrawn' | 'returned' };

/** What a file comes to. */
export interface StandingTombstones {
  readonly standing: ReadonlyMap<string, Tombstone>;
  /** Persons whose refusal was withdrawn last. */
  readonly withdrawn: ReadonlySet<string>;
  /** Persons whose file had expired, and who returned last. */
  readonly returned: ReadonlySet<string>;
}

const RANK: Readonly<Record<TombstoneKind, number>> = { expired: 1, refused: 2, erased: 3 };

/** Whether one tombstone says more than another: nothing outranks an erasure, and an expired file outranks nothing. */
export const outranks = (one: TombstoneKind, other: TombstoneKind): boolean => RANK[one] > RANK[other];

/** Which tombstones a line lifts. */
const LIFTS: Readonly<Record<'withdrawn' | 'returned', TombstoneKind>> = { withdrawn: 'refused', returned: 'expired' };

/** Line after line; nothing lifts an erasure, and a return lifts no refusal. */
export const standingOf = (lines: readonly TombstoneLine[]): StandingTombstones => {
  const standing = new Map<string, Tombstone>();
  const lifted = { withdrawn: new Set<string>(), returned: new Set<string>() };
  for (const { kind, ...line } of lines) {
    const before = standing.get(line.id)?.kind;
    if (kind === 'withdrawn' || kind === 'returned') {
      if (before !== undefined && before !== LIFTS[kind]) continue;
      standing.delete(line.id);
      lifted[kind].add(line.id);
    } else if (before === undefined || !outranks(before, kind)) {
      standing.set(line.id, { ...line, kind });
      lifted.withdrawn.delete(line.id);
      lifted.returned.delete(line.id);
    }
  }
  return { standing, ...lifted };
};
