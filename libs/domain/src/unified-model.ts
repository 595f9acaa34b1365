/**
 * The unified case model as the import sees it: which fields an entity may hold, and the columns that hold them. The list
 * is closed (domain.md, "The data that the unified model may hold"); a profile can only name these fields, a policy decides
 * which of them are kept, and a migration of the store must match (a test compares them).
 */

export const ENTITIES = ['case', 'person', 'professionalAct', 'aid'] as const;
export type Entity = (typeof ENTITIES)[number];

/** How a field's value is written. `key`: 16 bytes of a keyed hash, never the value itself. */
export type ColumnType = 'text' | 'code' | 'date' | 'integer' | 'cents' | 'boolean' | 'key';

export interface ColumnSpec {
  /** Name in the database. */
  readonly column: string;
  /** The unified field that it belongs to; a policy names fields. */
  readonly field: string;
  readonly type: ColumnType;
  /** Characters at most (text), or the largest value (integer, cents). */
  readonly max?: number;
  /** The unified code list that its values come from. */
  readonly list?: string;
}

const text = (column: string, field: string, max: number): ColumnSpec => ({ column, field, type: 'text', max });
const code = (column: string, field: string, list: string): ColumnSpec => ({ column, field, type: 'code', list });
const date = (column: string, field: string): ColumnSpec => ({ column, field, type: 'date' });
const integer = (column: string, field: string, max: number): ColumnSpec => ({ column, field, type: 'integer', max });
const cents = (column: string, field: string): ColumnSpec => ({ column, field, type: 'cents', max: 99_999_999_999 });

const ADDRESS = [
  text('address_line', 'addressLine', 200),
  text('postcode', 'postcode', 10),
  text('town', 'town', 100),
] as const;

/** Columns of each entity in their fixed order: position n of a mapped row's values is column n. */
export const UNIFIED_COLUMNS: Readonly<Record<Entity, readonly ColumnSpec[]>> = {
  case: [
    date('opened_on', 'openedOn'),
    date('closed_on', 'closedOn'),
    code('family_context', 'familyContext', 'familyContext'),
    integer('children_count', 'childrenCount', 99),
    code('housing_type', 'housingType', 'housingType'),
    ...ADDRESS,
    text('address_extra', 'addressExtra', 200),
    date('source_updated_on', 'sourceUpdatedOn'),
  ],
  person: [
    code('title', 'title', 'title'),
    code('sex', 'sex', 'sex'),
    text('usage_name', 'usageName', 100),
    text('birth_name', 'birthName', 100),
    text('given_names', 'givenNames', 150),
    date('birth_date', 'birthDate'),
    code('birth_precision', 'birthDate', 'datePrecision'),
    { column: 'birth_century_known', field: 'birthDate', type: 'boolean' },
    code('marital_status', 'maritalStatus', 'maritalStatus'),
    integer('children_count', 'childrenCount', 99),
    code('housing_type', 'housingType', 'housingType'),
    code('employment_status', 'employmentStatus', 'employmentStatus'),
    code('education_level', 'educationLevel', 'educationLevel'),
    ...ADDRESS,
    { column: 'head_of_household', field: 'headOfHousehold', type: 'boolean' },
    { column: 'national_id_key', field: 'nationalId', type: 'key' },
    { column: 'telephone_key', field: 'telephone', type: 'key' },
    date('source_updated_on', 'sourceUpdatedOn'),
  ],
  professionalAct: [
    code('kind', 'kind', 'actKind'),
    date('occurred_on', 'occurredOn'),
    code('referral_target', 'referralTarget', 'referralTarget'),
    text('unit', 'unit', 40),
    date('source_updated_on', 'sourceUpdatedOn'),
  ],
  aid: [
    code('nature', 'nature', 'aidNature'),
    date('requested_on', 'requestedOn'),
    cents('requested_cents', 'requestedAmount'),
    code('outcome', 'outcome', 'aidOutcome'),
    date('decided_on', 'outcome'),
    cents('granted_cents', 'grantedAmount'),
    date('source_updated_on', 'sourceUpdatedOn'),
  ],
};

/** Repeated facts of an aid, kept as history; the aid's own columns hold the one that counts today. */
export const HISTORY_COLUMNS = {
  decision: [
    date('decided_on', 'outcome'),
    code('outcome', 'outcome', 'aidOutcome'),
    cents('granted_cents', 'grantedAmount'),
  ],
  payment: [date('paid_on', 'payment'), cents('paid_cents', 'payment'), code('mode', 'payment', 'paymentMode')],
} as const satisfies Record<string, readonly ColumnSpec[]>;
export type HistoryKind = keyof typeof HISTORY_COLUMNS;
export const HISTORY_KINDS = Object.keys(HISTORY_COLUMNS) as readonly HistoryKind[];

/** Names of the unified fields of an entity, each once. */
export const fieldsOf = (entity: Entity): readonly string[] => [
  ...new Set([
    ...UNIFIED_COLUMNS[entity].map((column) => column.field),
    ...(entity === 'aid' ? HISTORY_KINDS.flatMap((kind) => HISTORY_COLUMNS[kind].map((column) => column.field)) : []),
  ]),
];
