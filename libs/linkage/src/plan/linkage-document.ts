import type { DateShape, NameLanguage } from './linkage-plan.js';

/** A linkage as its YAML file holds it (`config/linkage.yml`, or the file of a bench), after its JSON Schema accepted it. */
export interface LinkageDocument {
  readonly linkage: string;
  readonly version: number;
  /** In the order in which they are compared. */
  readonly fields: Readonly<Record<string, FieldDocument>>;
  readonly swaps?: readonly (readonly [string, string])[];
  /** Each key a conjunction of `field.part`, or `field/field.part`. */
  readonly blocking: readonly (readonly string[])[];
  readonly largestBlock: number;
  readonly families: Readonly<Record<string, readonly string[]>>;
  readonly decide: {
    readonly automatic: {
      readonly probability: number;
      readonly margin: number;
      readonly families: number;
      readonly require?: LevelsByField;
    };
    readonly review: { readonly from: number; readonly vetoedFrom: number };
    readonly veto?: LevelsByField;
  };
  readonly household?: {
    /** Input that names the household of a record. */
    readonly from: string;
    readonly largest: number;
    readonly bits: { readonly one: number; readonly several: number };
    readonly require: LevelsByField;
    readonly insteadOf?: readonly string[];
  };
}

/** Field → names of levels. */
export type LevelsByField = Readonly<Record<string, readonly string[]>>;

export type FieldDocument =
  | { readonly kind: 'names' | 'text'; readonly from: readonly string[]; readonly language?: NameLanguage }
  | {
      readonly kind: 'date';
      readonly from: readonly string[];
      readonly formats?: readonly DateShape[];
      readonly precision?: string;
      readonly centuryKnown?: string;
      readonly firstOfJanuary?: 'day' | 'yearOnly';
    }
  | {
      readonly kind: 'code';
      readonly from: readonly string[];
      readonly unknown?: readonly string[];
      readonly aliases?: Readonly<Record<string, string>>;
    };
