import type { FileTruth } from './table-truth.js';

export interface GenerateProgress {
  readonly households: number;
  readonly of: number;
  readonly records: number;
}

/** What was written in one night, all sites together. */
export interface NightTotals {
  readonly households: number;
  readonly persons: number;
  /** Records of all tables of all files. */
  readonly records: number;
  readonly bytes: number;
  /** Planted tokens in the files. */
  readonly canaries: number;
  readonly files: readonly FileTruth[];
}

export interface GenerateSummary extends NightTotals {
  readonly out: string;
  /** Path of `truth.json`. */
  readonly truth: string;
}

/** Records of all tables for one household at the default rates, as measured over 57,000 of them. */
const RECORDS_A_HOUSEHOLD = 17.5;

/** How many households make about so many records. */
export const householdsFor = (records: number): number => Math.max(1, Math.round(records / RECORDS_A_HOUSEHOLD));
