import type { FourdShapeName } from './fourd-shape.js';
import type { DirtRates, NoiseRates } from './rates.js';

/** What happened since the base night, each a rate (0 to 1) of the base night's households. */
export interface Evolution {
  /** The base night (`YYYY-MM-DD`), generated before with the same seed, households and sites. */
  readonly since: string;
  /** Every person of the household has another employment status, and a new date of change where the system keeps one. */
  readonly changed: number;
  /** The household is in no file any more. */
  readonly removed: number;
  /** New households, after all others. */
  readonly added: number;
}

export interface GenerateOptions {
  /** Folder that receives `<site>/…` and `truth.json`; made when it is not there. */
  readonly out: string;
  /** True households, shared out evenly among the sites. */
  readonly households: number;
  readonly seed: number;
  readonly sites: readonly string[];
  /** The night of the exports, `YYYY-MM-DD`. */
  readonly night: string;
  readonly fourd: FourdShapeName;
  readonly dirt?: Partial<DirtRates>;
  readonly noise?: Partial<NoiseRates>;
  readonly evolve?: Evolution;
  /** Seed of dropped values alone: two generations that differ only in it differ in dropped fields alone. Default: `seed`. */
  readonly textSeed?: number;
  readonly signal?: AbortSignal;
}
