import type { Encoding } from '#libs/domain';
import type { ValueDecoder } from '../encoding/value.decoder.js';
import type { SettledStructure } from './dialect.structure.js';

/** Everything that a reader must know to turn a stretch of a file into records. */
export interface ReadPlan {
  readonly table: string;
  readonly encoding: Encoding;
  readonly structure: SettledStructure;
  readonly decoder: ValueDecoder;
  /** Names of the columns to materialise, in the order of a record's `fields`. */
  readonly wanted: readonly string[];
  /** For each column of the file its place in `wanted`, or -1. */
  readonly slots: Int32Array;
  /** Offset of the first byte that the reader is fed, at the start of a record. */
  readonly start: number;
  readonly firstRecord: number;
  /** Whether values are kept for long, so that they must not hold on to the block they were cut from. */
  readonly flat: boolean;
}
