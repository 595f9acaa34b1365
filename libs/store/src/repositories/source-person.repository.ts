import { UNIFIED_COLUMNS } from '#libs/domain';
import type { Client } from '../connection/database.js';
import { FIND_BY_SOURCE, FIND_MATES, readAddressesOfCases, readPersons } from '../sql/source-persons.sql.js';

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
}

type Row = Omit<PersonRecord, 'values'> & Readonly<Record<string, string | null>>;

/**
 * Reads the given fields of source persons and nothing else. Address fields of a person who has none are those of its case,
 * in a record of their own.
 * @throws RangeError for a field that is not in PERSON_FIELDS
 */
export const readPersonRecords = async (
  client: Client,
  ids: readonly string[],
  fields: readonly string[],
): Promise<PersonRecord[]> => {
  const persons = await client.query<Row>(readPersons(select('person', fields)), [ids]);
  const address = fields.filter((field) => ADDRESS.includes(field));
  if (address.length === 0) return persons.rows.map(toRecord);
  const cases = await client.query<Row>(readAddressesOfCases(select('household', address)), [ids]);
  return [...persons.rows, ...cases.rows].map(toRecord);
};

const select = (row: string, fields: readonly string[]): string =>
  fields
    .map((field) => {
      const column = COLUMNS.get(field);
      if (column === undefined) throw new RangeError(`a source person has no field '${field}' to show`);
      return `, ${row}.${column}::text AS "${field}"`;
    })
    .join('');

const toRecord = (row: Row): PersonRecord => {
  const { sourcePersonId, id, of, system, site, sourceId, runId, night, updatedOn, absent, ...values } = row;
  return { sourcePersonId, id, of, system, site, sourceId, runId, night, updatedOn, absent, values };
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
