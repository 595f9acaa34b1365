/** What makes one statement better than another; each attribute names the ones that count for it, in their order. */
export const PREFERENCES = ['systemOfRecord', 'freshest', 'mostComplete', 'mostPrecise'] as const;
export type Preference = (typeof PREFERENCES)[number];

/** How the values of an attribute are compared: names and texts by their words, codes as they are, dates by their parts. */
export type AttributeKind = 'name' | 'text' | 'code' | 'date';

/** Something that is said of a person as a whole: its fields are taken from one record together, never mixed. */
export interface GoldenAttribute {
  readonly name: string;
  readonly kind: AttributeKind;
  /** Unified fields. A date: the date, then its precision and whether its century is known. */
  readonly of: readonly string[];
  /** Each narrows down what the one before has left. */
  readonly prefer: readonly Preference[];
}

/** Rules by which one record is made of the records of a person. */
export interface GoldenRules {
  readonly version: number;
  readonly attributes: readonly GoldenAttribute[];
  readonly systemOfRecord: SystemsOfRecord;
}

/** Systems, the one that is believed first in front; `sites` says otherwise for single sites. */
export interface SystemsOfRecord {
  readonly order: readonly string[];
  readonly sites: Readonly<Record<string, readonly string[]>>;
}

/** The rules as `config/golden.yml` holds them, after its JSON Schema accepted them. */
export interface GoldenDocument {
  readonly golden: string;
  readonly version: number;
  readonly systemOfRecord: SystemsOfRecord;
  readonly attributes: Readonly<Record<string, Omit<GoldenAttribute, 'name'>>>;
}

export const compileGoldenRules = ({ version, systemOfRecord, attributes }: GoldenDocument): GoldenRules => ({
  version,
  systemOfRecord,
  attributes: Object.entries(attributes).map(([name, attribute]) => ({ name, ...attribute })),
});
