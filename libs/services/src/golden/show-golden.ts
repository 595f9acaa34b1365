import type { GoldenField, GoldenRules, GoldenValue } from '#libs/linkage';
import type { PersonView } from '../policies/person-reader.js';

/** The rules for the columns that a purpose may read: an attribute without any is left out, so that nothing of it is read. */
export const rulesFor = (rules: GoldenRules, view: PersonView): GoldenRules => ({
  ...rules,
  attributes: rules.attributes
    .map((attribute) => ({ ...attribute, of: attribute.of.filter((column) => view.show.includes(column)) }))
    .filter(({ of }) => of.length > 0),
});

/**
 * A golden record at the precision of a purpose. Values that read alike at that precision are one value: two birth dates of one
 * year are no contradiction to whoever may know the year only, and must not show up as one.
 */
export const showGolden = (fields: readonly GoldenField[], view: PersonView): readonly GoldenField[] =>
  fields.map((field) => {
    if (field.chosen === null) return field;
    const [chosen = null, ...conflicts] = [field.chosen, ...field.conflicts]
      .map((value) => shownAs(value, view))
      .reduce(mergeAlike, []);
    return { attribute: field.attribute, chosen, conflicts };
  });

const shownAs = (value: GoldenValue, view: PersonView): GoldenValue => ({
  ...value,
  values: Object.fromEntries(
    Object.entries(value.values).map(([column, one]) => [column, view.shownValue(column, one)]),
  ),
});

const mergeAlike = (values: readonly GoldenValue[], next: GoldenValue): readonly GoldenValue[] => {
  const same = values.find((one) =>
    Object.entries(one.values).every(([column, value]) => next.values[column] === value),
  );
  if (same === undefined) return [...values, next];
  const confirmedBy = [...same.confirmedBy, next.provenance, ...next.confirmedBy];
  return values.map((one) => (one === same ? { ...one, confirmedBy } : one));
};
