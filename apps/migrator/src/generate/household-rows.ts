import type { Fate } from './fate.js';
import type { FourdCell } from './fourd-cell.js';
import type { CoordinFile, FourdTable, System, Table } from './tables.js';

/** A source person that must land, and the true person behind it. */
export interface Link {
  readonly system: System;
  readonly sourceId: string;
  readonly person: number;
}

/**
 * All that one household puts into the exports of one site, with the truth about it. Systems fill it; the night then writes
 * it, or on an evolved night leaves a removed household out, without any system knowing.
 */
export class HouseholdRows {
  readonly coordin: [CoordinFile, readonly string[]][] = [];
  readonly fourd: [FourdTable, readonly FourdCell[]][] = [];
  /** Whole DOSSIER elements. */
  readonly tipi: string[] = [];
  readonly fates: [Table, Fate][] = [];
  readonly links: Link[] = [];
  /** Kinds of the acts that must land, in the words of the unified model. */
  readonly acts: string[] = [];
  /** Aids that must land, in cents. */
  readonly aids: { readonly requestedCents: number; readonly grantedCents: number }[] = [];
}
