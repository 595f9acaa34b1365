/** What can be wrong with a trail. */
export const FINDING_KINDS = [
  /** An entry is not as it was written. */
  'entry.changed',
  /** An entry is genuine, and stands in another's place. */
  'entry.moved',
  /** Entries are gone between others. */
  'entry.missing',
  /** An entry that nobody entered: beyond the head, or a second one of its number. */
  'entry.inserted',
  /** The oldest entries are gone, and no genuine mark says that pruning took them. */
  'trail.head-cut',
  /** The newest entries are gone: the head, or a checkpoint, knows of more. */
  'trail.tail-cut',
  /** The head is gone, or was written by somebody else. */
  'head.changed',
  /** A checkpoint was not made by this installation, or does not say any more what it said. */
  'checkpoint.forged',
  /** The trail holds together, and a genuine checkpoint says otherwise: somebody with the keys wrote it anew. */
  'checkpoint.contradicts',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Something that does not hold, and where. */
export interface Finding {
  /** The first entry that it concerns. */
  readonly seq: number;
  readonly kind: FindingKind;
  /** Whose checkpoint says so. */
  readonly source: 'store' | 'home' | 'witness' | null;
}

/** What verification found. */
export interface TrailReport {
  readonly whole: boolean;
  /** First and last entry that were verified; `to` is 0 where there are none. */
  readonly from: number;
  readonly to: number;
  readonly entries: number;
  /** Genuine checkpoints that agree with the entries. */
  readonly checkpoints: number;
  /** Genuine checkpoints about entries that pruning has removed since. */
  readonly pruned: number;
  /** Up to where pruning removed entries, which were older than `before`. */
  readonly cut: { readonly seq: number; readonly before: string; readonly at: string } | null;
  /** By place, the first one first. */
  readonly findings: readonly Finding[];
}
