import type { FileRefusal, SourceRecord } from './source-record.js';

/** A stretch of a file: bytes from `start` (inclusive) to `end` (exclusive), cut at record boundaries by a survey. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
  /** Number of the first record of each table that begins in this range. */
  readonly firstRecord: Readonly<Record<string, number>>;
  /** The bytes, in blocks of any size; a block may be reused by the caller once the next one is asked for. */
  blocks(signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/** A piece of a file that one job reads: cut at the boundary of outermost records. */
export interface ChunkBounds {
  readonly start: number;
  readonly end: number;
  readonly firstRecord: Readonly<Record<string, number>>;
  /** How many records of each table begin in it. */
  readonly records: Readonly<Record<string, number>>;
}

/** What one reading of a whole file established. */
export interface Survey {
  readonly encoding: string;
  readonly chunks: readonly ChunkBounds[];
  /** Records of each table in the whole file. A table that the file may hold but does not is there with 0. */
  readonly records: Readonly<Record<string, number>>;
  /** What the file says of itself (TIPI: site, date, type). Short, structural; never a person's value. */
  readonly header: Readonly<Record<string, string>>;
  /** Reading choices that the file itself settled (record end, header order, …): needed to read a chunk of it. */
  readonly traits: Readonly<Record<string, unknown>>;
}

export type SurveyResult =
  { readonly ok: true; readonly survey: Survey } | { readonly ok: false; readonly refusal: FileRefusal };

export interface SurveyOptions {
  /** Records of the outermost table in one chunk, about. */
  readonly chunkRecords: number;
  readonly signal?: AbortSignal;
  /**
   * Called for each record in file order with the `watched` columns only (the key, a birth date), so that a plan can find
   * duplicate keys and tally births without another reading. Absent: nothing is materialised.
   */
  readonly onRecord?: (record: SourceRecord) => void;
}

/**
 * Reads one shape of export. An adapter never opens a file, never keeps a whole file in memory, and never materialises a
 * column that nobody asked for. A fault of a record is inside the record; a fault of the file ends the survey.
 */
export interface SourceAdapter {
  survey(blocks: AsyncIterable<Uint8Array>, options: SurveyOptions): Promise<SurveyResult>;
  records(
    range: ByteRange,
    survey: Pick<Survey, 'encoding' | 'traits'>,
    signal?: AbortSignal,
  ): AsyncIterable<readonly SourceRecord[]>;
}
