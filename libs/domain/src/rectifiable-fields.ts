import { type ColumnSpec, UNIFIED_COLUMNS } from './unified-model.js';

/** An address is mended as a whole: a street from here and a town from there is no address. */
const ADDRESS: readonly string[] = ['addressLine', 'postcode', 'town'];
/** Provenance, not something that is said of a person. */
const NOT_SAID: readonly string[] = ['sourceUpdatedOn'];

const unitOf = ({ field }: ColumnSpec): string => (ADDRESS.includes(field) ? 'address' : field);

/**
 * What a person can have rectified (GDPR, article 16), and the columns of a person that say it: a unified field, or `address`.
 * Of a keyed hash (`key`) the store holds no value that could be mended.
 */
export const RECTIFIABLE_FIELDS: ReadonlyMap<string, readonly ColumnSpec[]> = UNIFIED_COLUMNS.person
  .filter(({ type, field }) => type !== 'key' && !NOT_SAID.includes(field))
  .reduce((fields, spec) => {
    const unit = unitOf(spec);
    return fields.set(unit, [...(fields.get(unit) ?? []), spec]);
  }, new Map<string, readonly ColumnSpec[]>());

/** The columns of a person that a rectification may hold a value of, in the order of the model. */
export const RECTIFIABLE_COLUMNS: readonly ColumnSpec[] = UNIFIED_COLUMNS.person.filter((spec) =>
  (RECTIFIABLE_FIELDS.get(unitOf(spec)) ?? []).includes(spec),
);

/** Names of the policies' fields that a rectifiable field is made of: `address` is three of them. */
export const fieldsOfRectifiable = (field: string): readonly string[] => [
  ...new Set((RECTIFIABLE_FIELDS.get(field) ?? []).map((spec) => spec.field)),
];
