/**
 * What a linkage knows about its fields: a plain object that is kept as JSON, versioned, and named by every edge that it
 * weighed. It holds shares, never a record; of names only those that many people bear.
 */
export interface LinkageModel {
  readonly version: number;
  /** Name and version of the plan that it was trained for. */
  readonly linkage: string;
  readonly linkageVersion: number;
  /** log2 odds that two records of two sources, taken at random, are one person; blocking saves time, not evidence. */
  readonly prior: number;
  readonly fields: Readonly<Record<string, FieldModel>>;
  /** Names field → part of a name → share of the records that bear it. Parts below `FOLDED_BELOW` are left out. */
  readonly frequencies: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly trainedOn: TrainedOn;
}

/** By level of the field's kind: how often matching (`m`) and unmatching (`u`) pairs agree so. 0 < m, u < 1. */
export interface FieldModel {
  readonly m: readonly number[];
  readonly u: readonly number[];
}

/** Counts that say how much a model may be trusted. */
export interface TrainedOn {
  readonly records: number;
  /** Pairs that share a blocking key, each once. */
  readonly candidatePairs: number;
  /** Pairs taken at random, for `u`. */
  readonly randomPairs: number;
  /** How many of the candidates are expected to be one person. */
  readonly expectedMatches: number;
  /** Keys from which `m` was estimated, by the fields that each fixes: `given+surname`. */
  readonly keysUsed: readonly string[];
}

/** A name is named in a model only if at least this share of the records bear it, so that a model betrays nobody. */
export const FOLDED_BELOW = 0.0005;
/** And only if at least so many records do. */
export const FOLDED_UNDER = 20;

/** Bounds of every share: evidence is never infinite. */
export const LEAST_M = 1e-4;
export const LEAST_U = 1e-6;

/** Weight of a level in bits. */
export const weightOf = (m: number, u: number): number => Math.log2(m / u);
