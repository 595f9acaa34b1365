import type { ShownField, SourcedValue, SpeaksFor } from '#libs/services';
import type { PersonAnswer, PersonFieldView, SpeaksView } from './person.schemas.js';

/** Names of fields and codes: a few dozen. */
const NAMES = new Map<string, string>();

/** `birthName` is `birth_name` on the wire. @param name of the product's own, never what somebody sent */
export const snakeCase = (name: string): string => {
  const snake = NAMES.get(name) ?? name.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`);
  NAMES.set(name, snake);
  return snake;
};

export const speaksView = ({ side, asOf }: SpeaksFor): SpeaksView => ({ side, as_of: asOf });

/** A field as answers show it: one explicit function, so that nothing is published by accident. */
export const fieldView = (field: ShownField): PersonFieldView => {
  if (field.status !== 'known') return { status: field.status };
  const view = { status: 'known', precision: field.precision } as Known;
  addSourced(view, field);
  view.conflicts = field.conflicts.map((conflict) => addSourced({} as SourcedView, conflict));
  return view;
};

type Known = Extract<PersonFieldView, { status: 'known' }>;
type SourcedView = Known['conflicts'][number];

/** Member by member: an answer has dozens of values, and copies of copies are what it would spend its time on. */
const addSourced = <T extends SourcedView>(
  view: T,
  { value, datePrecision, centuryKnown, source }: SourcedValue,
): T => {
  view.value = value;
  if (datePrecision !== null) view.date_precision = datePrecision;
  if (centuryKnown !== null) view.century_known = centuryKnown;
  view.source = { system: source.system, site: source.site };
  view.as_of = source.asOf;
  view.rectified = source.rectified;
  return view;
};

/** What an answer about a person is made of. */
export interface ReadPerson {
  readonly personId: string;
  readonly purpose: string;
  readonly state: string;
  readonly sources: readonly { readonly system: string; readonly site: string }[];
  readonly fields: readonly ShownField[];
  readonly speaks: SpeaksFor;
}

export const personView = ({ personId, purpose, state, sources, fields, speaks }: ReadPerson): PersonAnswer => ({
  person_id: personId,
  ...speaksView(speaks),
  purpose,
  state: state as PersonAnswer['state'],
  sources: sources.map(({ system, site }) => ({ system, site })),
  fields: fieldsView(fields),
});

const fieldsView = (fields: readonly ShownField[]): PersonAnswer['fields'] => {
  const view: Record<string, PersonFieldView> = {};
  for (const field of fields) view[snakeCase(field.name)] = fieldView(field);
  return view;
};
