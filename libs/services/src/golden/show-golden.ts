import type { GoldenField, GoldenRules, GoldenValue } from '#libs/linkage';
import type { PersonView } from '../policies/person-reader.js';

/** What the rules come to for a view. */
export interface VisibleRules {
  /** An attribute of which the purpose may read no column is left out, so that nothing of it is read. */
  readonly rules: GoldenRules;
  /** Columns that are read. */
  readonly columns: readonly string[];
  /** Unified fields of the rules that the purpose may not see. */
  readonly notShown: readonly string[];
}

/** Views are few, and made once each. */
const VISIBLE = new WeakMap<PersonView, WeakMap<GoldenRules, VisibleRules>>();

export const visibleRules = (rules: GoldenRules, view: PersonView): VisibleRules => {
  const known = VISIBLE.get(view) ?? new WeakMap<GoldenRules, VisibleRules>();
  VISIBLE.set(view, known);
  const visible = known.get(rules) ?? makeVisible(rules, view);
  known.set(rules, visible);
  return visible;
};

const makeVisible = (rules: GoldenRules, { show }: PersonView): VisibleRules => {
  const attributes = rules.attributes
    .map((attribute) => ({ ...attribute, of: attribute.of.filter((column) => show.includes(column)) }))
    .filter(({ of }) => of.length > 0);
  return { rules: { ...rules, attributes }, columns: columnsOf(attributes), notShown: notShown(rules, show) };
};

const columnsOf = (attributes: GoldenRules['attributes']): string[] => [...new Set(attributes.flatMap(({ of }) => of))];

/** A field may have several columns (a date and its precision): it is named once. */
const notShown = ({ attributes }: GoldenRules, show: readonly string[]): string[] => [
  ...new Set(
    columnsOf(attributes)
      .filter((column) => !show.includes(column))
      .map((column) => (column === 'birthPrecision' || column === 'birthCenturyKnown' ? 'birthDate' : column)),
  ),
];

/**
 * A golden record at the precision of a purpose. Values that read alike at that precision are one value: two birth dates of one
 * year are no contradiction to whoever may know the year only, and must not show up as one.
 */
export const showGolden = (fields: readonly GoldenField[], view: PersonView): readonly GoldenField[] =>
  fields.map((field) => {
    if (field.chosen === null) return field;
    if (field.conflicts.length === 0) return { ...field, chosen: shownAs(field.chosen, view) };
    const [chosen = null, ...conflicts] = [field.chosen, ...field.conflicts]
      .map((value) => shownAs(value, view))
      .reduce(mergeAlike, []);
    return { attribute: field.attribute, chosen, conflicts };
  });

const shownAs = (value: GoldenValue, view: PersonView): GoldenValue => ({
  ...value,
  values: shownValues(value.values, view),
});

const shownValues = (values: GoldenValue['values'], view: PersonView): GoldenValue['values'] => {
  const shown: Record<string, string | null> = {};
  for (const column of Object.keys(values)) shown[column] = view.shownValue(column, values[column] ?? null);
  return shown;
};

const mergeAlike = (values: readonly GoldenValue[], next: GoldenValue): readonly GoldenValue[] => {
  const same = values.find((one) =>
    Object.entries(one.values).every(([column, value]) => next.values[column] === value),
  );
  if (same === undefined) return [...values, next];
  const confirmedBy = [...same.confirmedBy, next.provenance, ...next.confirmedBy];
  return values.map((one) => (one === same ? { ...one, confirmedBy } : one));
};
