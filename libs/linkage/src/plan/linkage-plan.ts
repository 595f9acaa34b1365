/**
 * The plan of a linkage: which fields are compared, by which keys candidate pairs are found, and how a pair is decided.
 * Compiled from a YAML document (`linkage-document.ts`), with field names turned into positions and level names into
 * indexes, so that nothing is looked up by name while pairs are compared.
 */

export type FieldKind = 'names' | 'date' | 'text' | 'code';

/**
 * The levels of agreement of each kind, best first; the last is disagreement.
 * names: `shorter` is the same names of which one side leaves out the last (Séverine against Séverine Maria), `close` is a
 * typo or a subset, `swapped` is given name and surname exchanged. date: `near` is a typo, or day and
 * month exchanged; `twoParts` means two of day, month and year; `yearOnly` means that no more than the year could be
 * compared, and that it agrees.
 */
export const LEVELS = {
  names: ['exact', 'shorter', 'close', 'phonetic', 'initial', 'swapped', 'different'],
  date: ['exact', 'near', 'twoParts', 'yearOnly', 'conflict'],
  text: ['exact', 'close', 'partial', 'different'],
  code: ['same', 'different'],
} as const satisfies Readonly<Record<FieldKind, readonly string[]>>;

/** The rules by which names are folded: French particles, saints and elisions, or none but case, marks and punctuation. */
export type NameLanguage = 'fr' | 'none';

/** How a column writes a date. `DD/MM/YY` and `YYMMDD` leave the century open. */
export type DateShape =
  'YYYY-MM-DD' | 'YYYYMMDD' | 'DD/MM/YYYY' | 'DD/MM/YY' | 'MM/DD/YYYY' | 'YYYY-MM' | 'YYYY' | 'YYMMDD';

interface FieldBase {
  readonly name: string;
  /** Input columns: unified fields, or columns of a CSV. */
  readonly from: readonly string[];
}
export interface NamesField extends FieldBase {
  readonly kind: 'names';
  readonly language: NameLanguage;
}
export interface DateField extends FieldBase {
  readonly kind: 'date';
  /** Shapes tried in turn. */
  readonly formats: readonly DateShape[];
  /** Input column that says `day`, `month` or `year`; null where every date is as precise as it is written. */
  readonly precision: string | null;
  /** Input column that says `true` or `false`; null where four digits mean four digits. */
  readonly centuryKnown: string | null;
  /** What a 1 January says: that day, or no more than the year. */
  readonly firstOfJanuary: 'day' | 'yearOnly';
}
export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly language: NameLanguage;
}
export interface CodeField extends FieldBase {
  readonly kind: 'code';
  /** Codes that mean "not known" and count as missing, folded like the codes themselves. */
  readonly unknown: readonly string[];
  /** Codes of another list that say the same (a title says a sex), folded likewise. */
  readonly aliases: ReadonlyMap<string, string>;
}
export type FieldPlan = NamesField | DateField | TextField | CodeField;

/**
 * What a blocking key takes from a prepared value, by kind. Of a name, `exact` is the set of all parts, whatever their
 * order; `first`, `initial`, `phonetic1` and `phonetic2` look at the first part of each whole name, `anyPhonetic1` and
 * `anyPhonetic2` at every part. A year is a year modulo 100, since some systems write two digits. `start` is the first three
 * words of a text: number and street, whatever building and floor follow.
 */
export const BLOCKING_PARTS = {
  names: ['exact', 'first', 'initial', 'phonetic1', 'phonetic2', 'anyPhonetic1', 'anyPhonetic2'],
  date: ['full', 'dayMonth', 'yearMonth', 'dayYear', 'year'],
  text: ['exact', 'start'],
  code: ['exact'],
} as const satisfies Readonly<Record<FieldKind, readonly string[]>>;
export type BlockingPart = (typeof BLOCKING_PARTS)[FieldKind][number];

/**
 * A conjunction: two records are candidates when every part has a value in common. Several fields of one part stand for
 * all their values together (`given/surname`), which is how names in each other's place meet. The same part twice asks for
 * two different values in common, in any order.
 */
export interface BlockingKey {
  readonly parts: readonly { readonly fields: readonly number[]; readonly part: BlockingPart }[];
}

/** Levels of one field, by position and index. */
export interface LevelRule {
  readonly field: number;
  readonly levels: readonly number[];
}

export interface DecisionRules {
  readonly automatic: {
    /** Least probability of a match, 0 to 1. */
    readonly probability: number;
    /** Least lead in bits over the runner-up, on both sides. */
    readonly margin: number;
    /** Families of evidence that must speak for the link. */
    readonly families: number;
    /** Every one of these fields must be present, at one of these levels. */
    readonly require: readonly LevelRule[];
  };
  readonly review: {
    /** Bits from which a pair is shown to a person. */
    readonly from: number;
    /** Bits from which a vetoed pair is. */
    readonly vetoedFrom: number;
  };
  /** One of these levels, and the pair is never linked automatically. */
  readonly veto: readonly LevelRule[];
}

/**
 * Household membership as evidence of its own: what it adds to a pair that others of both households are the same persons, and
 * for which pairs. Households hold relatives, so it never tells one member from another: `require` does.
 */
export interface HouseholdRules {
  /** Input that names the household of a record. */
  readonly from: string;
  /** Members of a household at most: a file of more is a hotel's or an association's, and no family. */
  readonly largest: number;
  /** Bits by how many others of both households are the same persons; without any, nothing. */
  readonly bits: { readonly one: number; readonly several: number };
  /** Every one of these fields must be present, at one of these levels. */
  readonly require: readonly LevelRule[];
  /** Fields that need not be at the levels that `decide.automatic.require` asks of them. */
  readonly insteadOf: readonly number[];
}

export interface LinkagePlan {
  readonly name: string;
  readonly version: number;
  readonly fields: readonly FieldPlan[];
  /** Pairs of names fields that people exchange. */
  readonly swaps: readonly (readonly [number, number])[];
  readonly blocking: readonly BlockingKey[];
  /** Records in a block at most; larger ones are reported. */
  readonly largestBlock: number;
  readonly families: readonly { readonly name: string; readonly fields: readonly number[] }[];
  readonly decide: DecisionRules;
  /** Absent: households are no evidence. */
  readonly household?: HouseholdRules;
}
