import { type ColumnSpec, UNIFIED_COLUMNS } from '#libs/domain';
import type { GoldenField, GoldenRules, GoldenValue, Provenance } from '#libs/linkage';
import type { Precision } from '#libs/minimiser';
import type { GoldenPerson } from '../golden/golden-person.js';
import type { PersonView } from '../policies/person-reader.js';

export type ShownValue = string | number | boolean | null;
export type DatePrecision = 'day' | 'month' | 'year';

/** Where a value was taken from. */
export interface ValueSource {
  readonly system: string;
  readonly site: string;
  /** Night of the import that wrote the record as it stands, or the day on which the person had it rectified. YYYY-MM-DD. */
  readonly asOf: string;
  readonly rectified: boolean;
}

/** A value with its source. Dates are as long as they are precise: `1975`, `1975-03`, `1975-03-12`. */
export interface SourcedValue {
  readonly value: ShownValue;
  readonly datePrecision: DatePrecision | null;
  /** Of a birth date; null for every other field. */
  readonly centuryKnown: boolean | null;
  readonly source: ValueSource;
}

/** A unified field of a person as a purpose sees it. */
export type ShownField =
  | ({
      readonly name: string;
      readonly status: 'known';
      readonly precision: Exclude<Precision, 'none'>;
      /** What other records say instead, the preferred first. */
      readonly conflicts: readonly SourcedValue[];
    } & SourcedValue)
  | {
      readonly name: string;
      /**
       * `unknown`: no record says it. `withheld`: the purpose may not see it, whether there is anything or not.
       * `not_applicable`: no record says it, and at the person's age there is nothing to say.
       */
      readonly status: 'unknown' | 'withheld' | 'not_applicable';
    };

/** A column whose only word is that nothing is known. */
const UNKNOWN = 'unknown';

/** Ages from which a field can say anything: schooling is compulsory until 16, marriage possible from 18 on. */
const AGES: Readonly<Record<string, number>> = { employmentStatus: 16, maritalStatus: 18 };

const SPECS: ReadonlyMap<string, ColumnSpec> = new Map(
  UNIFIED_COLUMNS.person.map((spec) => [spec.column.replace(/_(\w)/g, (_all, one: string) => one.toUpperCase()), spec]),
);

/**
 * The unified fields of the golden rules as a purpose sees them, in the order of the rules.
 * @param today YYYY-MM-DD
 */
export const shownFields = (
  { attributes }: GoldenRules,
  person: Pick<GoldenPerson, 'fields' | 'view'>,
  today: string,
): readonly ShownField[] => {
  const found = new Map(person.fields.map((field) => [field.attribute, field]));
  const shown = fieldsOf(attributes).map(({ attribute, column }) =>
    shownField(person.view, found.get(attribute), column),
  );
  const born = shown.find(({ name }) => name === 'birthDate');
  return shown.map((field) =>
    field.status === 'unknown' && isTooYoung(field.name, born, today) ? tooYoung(field) : field,
  );
};

/** A field of the answer, and the attribute that it is part of. */
interface FieldOfAttribute {
  readonly attribute: string;
  readonly column: string;
}

const FIELDS = new WeakMap<GoldenRules['attributes'], readonly FieldOfAttribute[]>();

const fieldsOf = (attributes: GoldenRules['attributes']): readonly FieldOfAttribute[] => {
  const fields =
    FIELDS.get(attributes) ??
    attributes
      .flatMap(({ name, of }) => of.map((column) => ({ attribute: name, column })))
      .filter(({ column }) => SPECS.get(column)?.field === column);
  FIELDS.set(attributes, fields);
  return fields;
};

const tooYoung = ({ name }: ShownField): ShownField => ({ name, status: 'not_applicable' });

const shownField = (view: PersonView, found: GoldenField | undefined, name: string): ShownField => {
  const precision = view.precisions[name] ?? 'none';
  if (precision === 'none') return { name, status: 'withheld' };
  const chosen = found?.chosen == null ? null : sourced(found.chosen, name, precision);
  if (chosen === null) return { name, status: 'unknown' };
  if (found === undefined || found.conflicts.length === 0) {
    return { name, status: 'known', precision, ...chosen, conflicts: [] };
  }
  const conflicts = found.conflicts.flatMap((value) => sourced(value, name, precision) ?? []);
  const others = conflicts.filter((one, at) => conflicts.findIndex((other) => isAlike(one, other)) === at);
  return { name, status: 'known', precision, ...chosen, conflicts: others.filter((one) => !isAlike(one, chosen)) };
};

/** An address counts as one value; the town of another address may be the same. */
const isAlike = (one: SourcedValue, other: SourcedValue): boolean =>
  one.value === other.value && one.datePrecision === other.datePrecision;

/** Null where the value says nothing of this field. */
const sourced = ({ values, provenance }: GoldenValue, name: string, precision: Precision): SourcedValue | null => {
  const value = values[name] ?? null;
  if (value === null || value === UNKNOWN) return null;
  const source = sourceOf(provenance);
  const plain = (shown: ShownValue): SourcedValue => ({
    value: shown,
    datePrecision: null,
    centuryKnown: null,
    source,
  });
  if (precision === 'presence') return plain(null);
  if (precision === 'pseudonym') return plain(value);
  if (name === 'birthDate') return birth(values, source);
  return plain(typed(SPECS.get(name), value, precision));
};

const sourceOf = ({ system, site, night, rectified }: Provenance): ValueSource => ({
  system,
  site,
  asOf: rectified?.at.slice(0, 10) ?? night,
  rectified: rectified !== undefined,
});

const LENGTHS: Readonly<Record<DatePrecision, number>> = { day: 10, month: 7, year: 4 };

const birth = (values: GoldenValue['values'], source: ValueSource): SourcedValue => {
  const date = values['birthDate'] ?? '';
  const said = values['birthPrecision'];
  const shown = date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
  const datePrecision = shown === 'day' && (said === 'year' || said === 'month') ? said : shown;
  const century = values['birthCenturyKnown'] ?? null;
  const value = date.slice(0, LENGTHS[datePrecision]);
  return { value, datePrecision, centuryKnown: century === null ? null : century === 'true', source };
};

const typed = (spec: ColumnSpec | undefined, value: string, precision: Precision): ShownValue => {
  if (precision !== 'full') return value;
  if (spec?.type === 'integer' || spec?.type === 'cents') return Number(value);
  return spec?.type === 'boolean' ? value === 'true' : value;
};

/** Certain only where the century is, by the earliest day that the date can mean. */
const isTooYoung = (name: string, born: ShownField | undefined, today: string): boolean => {
  const age = AGES[name];
  if (age === undefined || born?.status !== 'known' || born.precision !== 'full' || born.centuryKnown !== true)
    return false;
  const earliest = `${String(born.value)}-01-01`.slice(0, 10);
  return today < `${String(Number(earliest.slice(0, 4)) + age).padStart(4, '0')}${earliest.slice(4)}`;
};
