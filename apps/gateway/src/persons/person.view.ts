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
  return {
    status: 'known',
    precision: field.precision,
    ...sourcedView(field),
    conflicts: field.conflicts.map(sourcedView),
  };
};

type SourcedView = Extract<PersonFieldView, { status: 'known' }>['conflicts'][number];

const sourcedView = ({ value, datePrecision, centuryKnown, source }: SourcedValue): SourcedView => ({
  value,
  ...(datePrecision === null ? {} : { date_precision: datePrecision }),
  ...(centuryKnown === null ? {} : { century_known: centuryKnown }),
  source: { system: source.system, site: source.site },
  as_of: source.asOf,
  rectified: source.rectified,
});

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
  fields: Object.fromEntries(fields.map((field) => [snakeCase(field.name), fieldView(field)])),
});
