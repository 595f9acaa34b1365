import { type Entity, UNIFIED_COLUMNS } from '#libs/domain';
import type { Client } from '../connection/database.js';
import { ENTITY_TABLES } from '../loading/entity-table.js';
import type { HeldRow, HeldRows } from '../repositories/person-report.repository.js';
import type { PersonRecord } from '../repositories/source-person.repository.js';
import { findSeparationsOf, readPlaces, unlockVault } from './separations.repository.js';
import type { SealedValues, Vault } from './vault.js';

interface SealedRow {
  readonly id: string;
  readonly personId: string | null;
  readonly sealed: SealedValues;
}

/** Opened values of rows, by id and column. */
export type Opened = ReadonlyMap<string, Readonly<Record<string, string | null>>>;

/** What was closed of some rows; nothing of those that were not. @param personIds rows of others than these stay closed */
export const openRows = async (
  client: Client,
  vault: Vault,
  entity: Exclude<Entity, 'case'>,
  ids: readonly string[],
  personIds: readonly string[],
): Promise<Opened> => {
  const { relation, name } = ENTITY_TABLES[entity];
  const person = entity === 'person' ? 'held.id' : 'held.person_id';
  const { rows } = await client.query<SealedRow>(
    `SELECT held.id::text AS id, ${person}::text AS "personId", held.sealed FROM ${relation} AS held
     WHERE held.id = ANY ($1::uuid[]) AND ${person} = ANY ($2::uuid[]) AND held.sealed IS NOT NULL`,
    [ids, personIds],
  );
  return openAll(client, vault, name, rows);
};

/** The same of cases, where they are the protected persons' own; what a former case keeps closed is opened for nobody. */
export const openCases = async (
  client: Client,
  vault: Vault,
  ids: readonly string[],
  personIds: readonly string[],
): Promise<Opened> => {
  const { rows } = await client.query<SealedRow>(
    `SELECT held.id::text AS id, NULL AS "personId", held.sealed FROM passerelle.source_case AS held
     WHERE held.id = ANY ($1::uuid[]) AND held.sealed IS NOT NULL AND EXISTS (
       SELECT FROM passerelle.separated_case AS known JOIN passerelle.separated_person AS own USING (separation_id)
       WHERE known.case_id = held.id AND known.guarded AND NOT known.former AND own.person_id = ANY ($2::uuid[]))`,
    [ids, personIds],
  );
  return openAll(client, vault, 'source_case', rows);
};

const openAll = async (client: Client, vault: Vault, table: string, rows: readonly SealedRow[]): Promise<Opened> => {
  if (rows.length > 0) await unlockVault(client, vault);
  return new Map(
    rows.map(({ id, personId, sealed }) => [id, vault.openRow({ table, personId, rowId: id }, sealed)] as const),
  );
};

/** The rows of a separated person with what was closed of them: for a purpose that names the protected address. */
export const openHeldRows = async (
  client: Client,
  vault: Vault,
  held: HeldRows,
  personIds: readonly string[],
): Promise<HeldRows> => {
  const rows: Partial<Record<Entity, readonly HeldRow[]>> = {};
  for (const entity of ['person', 'case', 'professionalAct', 'aid'] as const) {
    const ids = held.rows[entity].map(({ id }) => id);
    const opened =
      entity === 'case'
        ? await openCases(client, vault, ids, personIds)
        : await openRows(client, vault, entity, ids, personIds);
    rows[entity] = held.rows[entity].map((row) => withOpened(entity, row, opened.get(row.id)));
  }
  return { ...held, rows: rows as HeldRows['rows'] };
};

const withOpened = (entity: Entity, row: HeldRow, opened: Readonly<Record<string, string | null>> = {}): HeldRow => ({
  ...row,
  values: UNIFIED_COLUMNS[entity].map(({ column }, at) => row.values[at] ?? opened[column] ?? null),
});

/** Fields of an address by the column that holds them. */
const ADDRESS: Readonly<Record<string, 'address_line' | 'postcode' | 'town'>> = {
  addressLine: 'address_line',
  postcode: 'postcode',
  town: 'town',
};

/**
 * What records of a separated person say, with their addresses opened where they were asked for, and with the place that was
 * given, which stands in front of all of them. For a purpose that names the protected address.
 * @param records as `readPersonRecords` gave them for these fields
 */
export const openPersonRecords = async (
  client: Client,
  vault: Vault,
  records: readonly PersonRecord[],
  fields: readonly string[],
): Promise<readonly PersonRecord[]> => {
  const asked = fields.filter((field) => ADDRESS[field] !== undefined);
  if (asked.length === 0) return records;
  const ids = [...new Set(records.map(({ sourcePersonId }) => sourcePersonId))];
  const opened = await openRows(client, vault, 'person', ids, ids);
  const shown = records.map((record) => {
    const values = opened.get(record.id);
    if (record.rectified !== null || values === undefined) return record;
    const address = asked.map((field) => [field, values[ADDRESS[field] ?? ''] ?? null] as const);
    return { ...record, values: { ...record.values, ...Object.fromEntries(address) } };
  });
  const [place] = await readPlaces(client, vault, ids);
  if (place === undefined) return shown;
  const of = records.find(({ sourcePersonId, of: whose }) => sourcePersonId === place.personId && whose === 'person');
  const values = asked.map((field) => [field, place.place[ADDRESS[field] ?? 'town']] as const);
  if (of === undefined || values.every(([, value]) => value === null)) return shown;
  const incident = (await findSeparationsOf(client, [place.personId])).at(-1)?.incident ?? '';
  const given = { updatedOn: place.at.slice(0, 10), absent: false, rectified: { at: place.at, incident } };
  return [{ ...of, ...given, values: Object.fromEntries(values) }, ...shown];
};
