import type { Entity, HistoryKind } from './unified-model.js';
import type { Issue, SourceRecord } from './source-record.js';

/** A value as the store takes it: dates as `YYYY-MM-DD`, amounts as whole cents. */
export type Value = string | number | boolean | null;

/** One record in unified words, before minimisation: legacy keys are still the export's own. */
export interface MappedRow {
  readonly entity: Entity;
  /** The record's key in its table. */
  readonly key: string;
  /** Acts and aids: the key of the person they belong to. */
  readonly personKey: string | null;
  /** Persons: the key of their case. */
  readonly caseKey: string | null;
  /** By position of UNIFIED_COLUMNS[entity]. */
  readonly values: readonly Value[];
  /** Aids: their decisions and payments in the order of the export, each by position of HISTORY_COLUMNS[kind]. */
  readonly history: Readonly<Record<HistoryKind, readonly (readonly Value[])[]>> | null;
}

/** Why a person's data are kept out. Part of the balance sheet (`withheld`). */
export type WithheldReason = 'refusal';

/**
 * What a mapper makes of one record. Whatever the fate, keys that could be read are handed on: they tell which person a
 * faulty act hangs on, and that a faulty record is not an absent one.
 */
export type MapResult =
  | { readonly fate: 'row'; readonly record: SourceRecord; readonly row: MappedRow }
  | {
      readonly fate: 'withheld';
      readonly record: SourceRecord;
      readonly reason: WithheldReason;
      readonly key: string | null;
      readonly caseKey: string | null;
    }
  | {
      readonly fate: 'quarantined';
      readonly record: SourceRecord;
      readonly issues: readonly Issue[];
      readonly key: string | null;
      /** Acts and aids: whom the record hangs on, when that could be read. */
      readonly personKey: string | null;
    };
