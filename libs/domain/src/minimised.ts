import type { Entity, HistoryKind } from './unified-model.js';
import type { Value } from './mapped-row.js';
import type { RecordAddress } from './source-record.js';

declare const minimised: unique symbol;

/** The mark of what passed the minimiser. Only `libs/minimiser` makes it; loaders take nothing else. */
export type Minimised<T> = T & { readonly [minimised]: true };

/** One row as it may be stored: keyed ids in place of references, only the values that the policy keeps. */
export interface StoreRow {
  readonly entity: Entity;
  /** Keyed 128-bit id as 32 hexadecimal digits. */
  readonly id: string;
  /** The record's key in its legacy table. */
  readonly sourceKey: string;
  readonly personId: string | null;
  readonly caseId: string | null;
  /** By position of UNIFIED_COLUMNS[entity]; a dropped field is null. */
  readonly values: readonly Value[];
  readonly history: Readonly<Record<HistoryKind, readonly (readonly Value[])[]>> | null;
  readonly address: RecordAddress;
  /** What must be read again to see this record in its context (see SourceRecord.unit). */
  readonly unit: RecordAddress;
  /** Acts and aids: the column that names their person, for a quarantine entry while that person has not arrived. */
  readonly personField: string | null;
}
