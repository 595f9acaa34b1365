import { hash } from 'node:crypto';
import { RECTIFIABLE_FIELDS, UNIFIED_COLUMNS } from '#libs/domain';
import type { Client } from '../connection/database.js';
import { FIND_BY_SOURCE, FIND_MATES, readPersonRows, type RecordField } from '../sql/source-persons.sql.js';

const ADDRESS: readonly string[] = ['addressLine', 'postcode', 'town'];
const HIDDEN: readonly string[] = ['sourceUpdatedOn'];

/** Name of a column as rules and readers write it: `birth_century_known` is `birthCenturyKnown`. */
const camelCase = (column: string): string =>
  column.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());

/** Column of each field that may be shown. Keyed hashes are none: they say nothing to a reader. */
const COLUMNS: ReadonlyMap<string, string> = new Map(
  UNIFIED_COLUMNS.person
    .filter(({ type }) => type !== 'key')
    .map(({ column }): [string, string] => [camelCase(column), column])
    .filter(([field]) => !HIDDEN.includes(field)),
);

/** Fields of a source person that may be read for showing them, by name. */
export const PERSON_FIELDS: readonly string[] = [...COLUMNS.keys()];

/** What one record says: that of a source person, or of the case that lends it an address. */
export interface PersonRecord {
  /** The source person that this counts for. */
  readonly sourcePersonId: string;
  /** Of the record: the source person's own, or that of its case. */
  readonly id: string;
  readonly of: 'person' | 'case';
  readonly system: string;
  readonly site: string;
  readonly sourceId: string;
  /** The import that wrote the record as it stands, and its night as YYYY-MM-DD. */
  readonly runId: number;
  readonly night: string;
  /** YYYY-MM-DD, null where the source does not say. */
  readonly updatedOn: string | null;
  readonly absent: boolean;
  /** The fields that were asked for, as text; dates as YYYY-MM-DD, flags as true and false. */
  readonly values: Readonly<Record<string, string | null>>;
  /**
   * Where this is no record of a legacy system but what was rectified of it: `values` holds the rectified fields and no others,
   * and they stand in place of the record's. Null: the record as its system wrote it.
   */
  readonly rectified: RecordRectified | null;
}

/** When a field was rectified (ISO 8601 in UTC) and under which reference. */
export interface RecordRectified {
  readonly at: string;
  readonly incident: string;
}

/** A row of `readPersonRows`, as a list: with so many columns, an object for each would cost more than what is done with it. */
type Row = [
  part: number,
  sourcePersonId: string,
  id: string,
  of: PersonRecord['of'],
  system: string,
  site: string,
  sourceId: string,
  runId: number,
  night: string,
  updatedOn: string | null,
  absent: boolean,
  rectifiedField: string | null,
  rectifiedIncident: string | null,
  rectifiedAt: string | null,
  ...fields: (string | null)[],
];
const FIRST_FIELD = 14;

/**
 * Reads the given fields of source persons and nothing else. What was rectified comes first, in records of its own. Address
 * fields of a person who has none are those of its case, in a record of their own.
 * @throws RangeError for a field that is not in PERSON_FIELDS
 */
export const readPersonRecords = async (
  client: Client,
  ids: readonly string[],
  fields: readonly string[],
): Promise<PersonRecord[]> => {
  const { rows } = await client.query<Row>({ ...statementFor(fields), values: [ids], rowMode: 'array' });
  return rows.flatMap((row) => toRecord(row, fields));
};

/** A statement for each set of fields that some purpose may see: few, and prepared once by each connection. */
const STATEMENTS = new Map<string, { readonly name: string; readonly text: string }>();

const statementFor = (fields: readonly string[]): { readonly name: string; readonly text: string } => {
  const key = fields.join(' ');
  const known = STATEMENTS.get(key);
  if (known !== undefined) return known;
  const text = readPersonRows(fields.map(toField));
  const made = { name: `person-rows-${hash('sha256', key).slice(0, 16)}`, text };
  STATEMENTS.set(key, made);
  return made;
};

const toField = (field: string): RecordField => {
  const column = COLUMNS.get(field);
  if (column === undefined) throw new RangeError(`a source person has no field '${field}' to show`);
  return { field, column, borrowed: ADDRESS.includes(field) };
};

/** Nothing where none of the fields that were asked for is the rectified one. */
const toRecord = (row: Readonly<Row>, fields: readonly string[]): PersonRecord[] => {
  const [, sourcePersonId, id, of, system, site, sourceId, runId, night, updatedOn, absent] = row;
  const [rectifiedField, rectifiedIncident, rectifiedAt] = [row[11], row[12], row[13]];
  const record = { sourcePersonId, id, of, system, site, sourceId, runId, night, updatedOn, absent };
  const own = of === 'case' ? ADDRESS : rectifiedField === null ? null : rectifiedNames(rectifiedField);
  const mended = named(fields, row, own);
  if (rectifiedField === null || rectifiedAt === null) return [{ ...record, values: mended, rectified: null }];
  if (Object.keys(mended).length === 0) return [];
  const rectified = { at: rectifiedAt, incident: rectifiedIncident ?? '' };
  return [{ ...record, updatedOn: rectifiedAt.slice(0, 10), absent: false, values: mended, rectified }];
};

const rectifiedNames = (field: string): readonly string[] =>
  (RECTIFIABLE_FIELDS.get(field) ?? []).map(({ column }) => camelCase(column));

/** @param only those among the fields that are kept; null for all */
const named = (
  fields: readonly string[],
  row: Readonly<Row>,
  only: readonly string[] | null,
): PersonRecord['values'] => {
  const found: Record<string, string | null> = {};
  fields.forEach((field, at) => {
    if (only === null || only.includes(field))
      found[field] = (row[FIRST_FIELD + at] as string | null | undefined) ?? null;
  });
  return found;
};

/** A source person as people know it, and the person that it is. */
export interface PersonMember {
  readonly id: string;
  readonly personId: string;
  readonly system: string;
  readonly site: string;
  readonly sourceId: string;
}

/** The source persons of all persons that the given source persons belong to, person by person; those that are gone left out. */
export const findMembers = async (client: Client, ids: readonly string[]): Promise<PersonMember[]> =>
  (await client.query<PersonMember>(FIND_MATES, [ids])).rows;

/** The id of a source person by the key of its record; null where there is none, or more than one. */
export const findSourcePerson = async (
  client: Client,
  { system, site, sourceId }: Readonly<Record<'system' | 'site' | 'sourceId', string>>,
): Promise<string | null> => {
  const { rows } = await client.query<{ id: string }>(FIND_BY_SOURCE, [system, site, sourceId]);
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
};

/** What source persons were compared by, as the last link run prepared them; left out where none has. */
export const readFeatures = async (client: Client, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await client.query<{ id: string; features: string }>(
    'SELECT person_id::text AS id, features FROM passerelle.link_person WHERE person_id = ANY ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, features }) => [id, features]));
};
