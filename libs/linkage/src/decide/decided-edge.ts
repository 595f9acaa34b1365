import type { Levels } from '../compare/levels.js';
import type { RuleCode } from './rule-codes.js';

/** A scored pair; `left` < `right` as texts, each pair once. Only pairs from `decide.review.from` bits on are kept. */
export interface ScoredEdge {
  readonly left: string;
  readonly right: string;
  /** Log2 odds of a match. */
  readonly bits: number;
  /** By position of the plan's fields. */
  readonly levels: Levels;
}

/** What the decision needs to know of a record. */
export interface NodeInfo {
  readonly id: string;
  /** Two records of one source are never linked automatically. */
  readonly source: string;
}

/**
 * What others of the households of a pair say about it. `one`, `several`: so many of them are linked for certain between the
 * two households. `taken`: so is one of the pair itself, with somebody else of the other household.
 */
export type HouseholdSupport = 'none' | 'one' | 'several' | 'taken';

/** By pair: `left right`. A pair that is not in it has no support. */
export type HouseholdSupports = ReadonlyMap<string, HouseholdSupport>;

/** What a person has settled about a pair, in either order of the two. */
export interface HumanVerdict {
  readonly left: string;
  readonly right: string;
  readonly verdict: 'same' | 'never';
}

export type EdgeDecision = 'link' | 'review' | 'apart';

/** A pair with what became of it and why. `bits` in single precision, as the store keeps them. */
export interface DecidedEdge extends ScoredEdge {
  readonly decision: EdgeDecision;
  readonly rule: RuleCode;
  /** Bits of the best rival of `right` for `left`, see `runnerUp`; null where there is none. */
  readonly leftRunnerUp: number | null;
  /** Bits of the best rival of `left` for `right`. */
  readonly rightRunnerUp: number | null;
}
