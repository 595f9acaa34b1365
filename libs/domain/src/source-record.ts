import type { FileReason, RecordReason } from './reason-codes.js';

/**
 * Where a record lies in its export. Record numbers start at 1 for each table of a file, a header is not a record.
 * Offsets and lengths are bytes of the file as it lies on disk.
 */
export interface RecordAddress {
  readonly record: number;
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** One thing that is wrong with a record. Never holds a value. */
export interface Issue {
  readonly code: RecordReason;
  /** The export's own word for the column, where one column is to blame. */
  readonly field?: string;
}

/**
 * A record as an adapter read it: the values of the materialised columns, in the order in which the caller asked for
 * them, or the fault that kept it from being read. `undefined` is a column that the record does not have (XML),
 * `''` one that it left empty.
 *
 * `unit` is the address of what must be read again to see this record in its context: the record itself in flat files,
 * the outermost record (for example `DOSSIER`) in nested ones.
 */
export interface SourceRecord extends RecordAddress {
  readonly table: string;
  readonly fields: readonly (string | undefined)[];
  readonly fault?: Issue;
  readonly unit?: RecordAddress;
  /** Nested records: the position of the enclosing record in the same unit, innermost first. */
  readonly parent?: SourceRecord;
}

/** Why a file is refused whole, and where that was seen. Lines and columns start at 1. Never holds a value. */
export interface FileRefusal {
  readonly reason: FileReason;
  readonly line?: number;
  readonly column?: number;
  readonly byteOffset?: number;
  /** A key of the message catalogue with its arguments: names of columns and tables, counts; never field values. */
  readonly detail: FileRefusalDetail;
}

export interface FileRefusalDetail {
  readonly key: string;
  readonly args?: Readonly<Record<string, string | number>>;
}
