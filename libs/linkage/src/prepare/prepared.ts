/**
 * A record as the comparer sees it: normalised once, compared many times. Nothing here is the raw value, which stays in
 * the store as its system wrote it.
 */

export interface NamesValue {
  readonly kind: 'names';
  /** Whole names, each normalised, its parts joined by one space; several where there is a birth name and a name in use. */
  readonly wholes: readonly string[];
  /** All parts of all of them, sorted, each once. A part of one letter is an initial. */
  readonly parts: readonly string[];
  /** First phonetic code of each part, by position of `parts`. */
  readonly phonetic: readonly string[];
}

export interface DateValue {
  readonly kind: 'date';
  /** Four digits; only the year modulo 100 counts where the century is not known. */
  readonly year: number;
  /** 1 to 12; 0 is unknown. */
  readonly month: number;
  /** 1 to 31; 0 is unknown. */
  readonly day: number;
  readonly centuryKnown: boolean;
}

export interface TextValue {
  readonly kind: 'text';
  /** Tokens in the order in which they were written, joined by one space. */
  readonly text: string;
  /** Sorted, each once. */
  readonly tokens: readonly string[];
}

export interface CodeValue {
  readonly kind: 'code';
  readonly code: string;
}

export type PreparedValue = NamesValue | DateValue | TextValue | CodeValue;

/** By position of the plan's fields; null is missing and weighs nothing. */
export type Prepared = readonly (PreparedValue | null)[];

/** A record as it comes: input column → value. Absent, null and empty are all missing. */
export type InputValues = Readonly<Record<string, string | null>>;
