/** How often a record is at fault, each a probability (0 to 1); at most one fault a record. All zero: `NO_DIRT`. */
export interface DirtRates {
  /** A household refuses digital filing. */
  readonly refusal: number;
  /** A code or label that no table knows. */
  readonly code: number;
  /** A day that does not exist. */
  readonly date: number;
  /** A number that is none. */
  readonly number: number;
  /** A row with too few or too many fields (COORDIN and 4D text: the other shapes name their fields). */
  readonly width: number;
  /** Bytes that do not decode in a field that is used (windows-1252 and UTF-8: the other encodings know all bytes). */
  readonly encoding: number;
  /** The same in a dropped field, where nobody looks. */
  readonly harmless: number;
  /** An act or aid of a person that no file knows. */
  readonly orphan: number;
  /** A second record with the key of a clean one. */
  readonly duplicate: number;
  /** A second record with an empty key. */
  readonly keyless: number;
  /** A case record of its own, without persons, that is at fault (cases with persons always land). */
  readonly strayCase: number;
}

export const DEFAULT_DIRT: DirtRates = {
  refusal: 0.025,
  code: 0.006,
  date: 0.006,
  number: 0.004,
  width: 0.005,
  encoding: 0.004,
  harmless: 0.01,
  orphan: 0.008,
  duplicate: 0.004,
  keyless: 0.003,
  strayCase: 0.012,
};

/** How differently the systems write one person, each a probability (0 to 1) for a record. */
export interface NoiseRates {
  readonly lostAccents: number;
  readonly lostHyphen: number;
  readonly typo: number;
  readonly swappedNames: number;
  /** Only one of birth name and name in use is on record, though they differ. */
  readonly oneNameOnly: number;
  readonly missingBirth: number;
  /** Written as 1 January (COORDIN, 4D) or as the year alone (TIPI). */
  readonly yearOnly: number;
  /** A slip of the date: day and month swapped, or one part off by a little. */
  readonly slippedBirth: number;
  /** Nobody knows the day: no system holds more than the year. */
  readonly birthDayUnknown: number;
}

export const DEFAULT_NOISE: NoiseRates = {
  lostAccents: 0.35,
  lostHyphen: 0.3,
  typo: 0.03,
  swappedNames: 0.008,
  oneNameOnly: 0.3,
  missingBirth: 0.02,
  yearOnly: 0.04,
  slippedBirth: 0.015,
  birthDayUnknown: 0.02,
};

/** The same rates, all zero. */
const zeros = <Rates extends object>(rates: Rates): Rates =>
  Object.fromEntries(Object.keys(rates).map((name) => [name, 0])) as Rates;

export const NO_DIRT: DirtRates = zeros(DEFAULT_DIRT);
export const NO_NOISE: NoiseRates = zeros(DEFAULT_NOISE);
