import { type ColumnSpec, type Entity, ENTITIES } from '#libs/domain';
import type { Client } from '../connection/database.js';
import { ENTITY_TABLES } from '../loading/entity-table.js';
import { FORGET_AID_REQUEST_SITES } from '../sql/separation.sql.js';
import { setPlace } from './separations.repository.js';
import type { SealedValues, Vault } from './vault.js';

type Values = Readonly<Record<string, string | null>>;

/** A row that holds something in plain text which is to be closed. */
interface PlainRow {
  readonly id: string;
  /** Null of a case. */
  readonly personId: string | null;
  /** 64 bits in decimal: JSON numbers cannot hold them. */
  readonly hash: string;
  readonly values: Values;
  readonly sealed: SealedValues | null;
}

/** A copy of a row as it was before a run changed it. */
interface PlainCopy extends PlainRow {
  readonly seq: string;
}

/** A case of a separation. */
interface KnownCase {
  readonly id: string;
  readonly former: boolean;
  readonly guarded: boolean;
}

/** The source persons of whom something was closed, in rows of the store or in copies. */
export type Closed = ReadonlySet<string>;

/**
 * Closes whatever tells of separated persons' places and still lies there in plain text, in rows and in copies for rollbacks.
 * @param thorough also copies of acts that hang on somebody else by now; reads all copies
 */
export const closePlaces = async (client: Client, vault: Vault, thorough: boolean): Promise<Closed> => {
  const closed = new Set<string>();
  for (const entity of ENTITIES) {
    if (entity === 'case') continue;
    const columns = vault.placeColumns(entity);
    if (columns.length === 0) continue;
    const which = `${personOf(entity)} IN (SELECT person_id FROM passerelle.separated_person)`;
    for (const id of await closeRows(client, vault, entity, columns, which, [])) closed.add(id);
    await closeCopies(client, vault, entity, columns, copiesOf(entity, thorough), []);
  }
  await closeCases(client, vault);
  for (const id of await closeRectified(client, vault)) closed.add(id);
  for (const statement of FORGET_AID_REQUEST_SITES) await client.query(statement);
  return closed;
};

const closeCases = async (client: Client, vault: Vault): Promise<void> => {
  const { rows } = await client.query<KnownCase>(
    `SELECT case_id::text AS id, bool_or(former) AS former, bool_or(guarded) AS guarded
     FROM passerelle.separated_case GROUP BY case_id`,
  );
  for (const kind of rows) {
    const columns = vault.caseColumns(kind);
    await closeRows(client, vault, 'case', columns, 'held.id = $1', [kind.id]);
    await closeCopies(client, vault, 'case', columns, 'copy.id = $1', [kind.id]);
  }
};

/** A rectified address is where the person is until another one is given; the mark of the rectification stays. */
const closeRectified = async (client: Client, vault: Vault): Promise<readonly string[]> => {
  const { rows } = await client.query<RectifiedAddress>(
    `SELECT mended.person_id::text AS id, mended.address_line, mended.postcode, mended.town, place.person_id IS NOT NULL AS placed
     FROM passerelle.rectified_person AS mended
     LEFT JOIN passerelle.separated_place AS place ON place.person_id = mended.person_id
     WHERE mended.person_id IN (SELECT person_id FROM passerelle.separated_person)
       AND num_nonnulls(mended.address_line, mended.postcode, mended.town) > 0`,
  );
  for (const { id, placed, ...address } of rows) {
    if (!placed) await setPlace(client, vault, [id], { ...address, site: null, unit: null });
    await client.query(
      `UPDATE passerelle.rectified_person SET address_line = NULL, postcode = NULL, town = NULL WHERE person_id = $1`,
      [id],
    );
  }
  return rows.map(({ id }) => id);
};

interface RectifiedAddress {
  readonly id: string;
  readonly address_line: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly placed: boolean;
}

const personOf = (entity: Entity): string => (entity === 'person' ? 'held.id' : 'held.person_id');

const copiesOf = (entity: Entity, thorough: boolean): string => {
  const own = 'SELECT person_id FROM passerelle.separated_person';
  if (entity === 'person') return `copy.id IN (${own})`;
  const { relation } = ENTITY_TABLES[entity];
  const ofRows = `copy.id IN (SELECT id FROM ${relation} WHERE person_id IN (${own}))`;
  return thorough ? `(${ofRows} OR (copy.before ->> 'person_id')::uuid IN (${own}))` : ofRows;
};

const closeRows = async (
  client: Client,
  vault: Vault,
  entity: Entity,
  columns: readonly ColumnSpec[],
  which: string,
  params: readonly string[],
): Promise<readonly string[]> => {
  const { relation } = ENTITY_TABLES[entity];
  const names = columns.map(({ column }) => `held.${column}`);
  const person = entity === 'case' ? 'NULL' : `${personOf(entity)}::text`;
  const values = columns.map(({ column }) => `'${column}', held.${column}::text`);
  const { rows } = await client.query<PlainRow>(
    `SELECT held.id::text AS id, ${person} AS "personId", held.row_hash::text AS hash, held.sealed,
            jsonb_build_object(${values.join(', ')}) AS "values"
     FROM ${relation} AS held
     WHERE ${which} AND (held.sealed IS NULL OR num_nonnulls(${names.join(', ')}) > 0)`,
    [...params],
  );
  const empty = columns.map(({ column }) => `${column} = NULL`).join(', ');
  for (const row of rows) {
    await client.query(`UPDATE ${relation} SET ${empty}, sealed = $2, row_hash = $3 WHERE id = $1`, [
      row.id,
      JSON.stringify(sealOver(vault, entity, columns, row)),
      hashOf(vault, row),
    ]);
  }
  return rows.flatMap(({ personId }) => personId ?? []);
};

const closeCopies = async (
  client: Client,
  vault: Vault,
  entity: Entity,
  columns: readonly ColumnSpec[],
  which: string,
  params: readonly string[],
): Promise<void> => {
  const { name } = ENTITY_TABLES[entity];
  const values = columns.map(({ column }) => `'${column}', copy.before ->> '${column}'`);
  const filled = columns.map(({ column }) => `copy.before ->> '${column}'`);
  const person = entity === 'case' ? 'NULL' : entity === 'person' ? 'copy.id::text' : `copy.before ->> 'person_id'`;
  const { rows } = await client.query<PlainCopy>(
    `SELECT copy.seq::text AS seq, copy.id::text AS id, ${person} AS "personId", copy.before ->> 'row_hash' AS hash,
            nullif(copy.before -> 'sealed', 'null') AS sealed, jsonb_build_object(${values.join(', ')}) AS "values"
     FROM passerelle.import_undo AS copy
     WHERE copy.relation = '${name}' AND ${which}
       AND (nullif(copy.before -> 'sealed', 'null') IS NULL OR num_nonnulls(${filled.join(', ')}) > 0)`,
    [...params],
  );
  const empty = Object.fromEntries(columns.map(({ column }) => [column, null]));
  for (const row of rows) {
    const change = JSON.stringify({ ...empty, sealed: sealOver(vault, entity, columns, row) });
    // A JSON number of 64 bits, which JSON.stringify cannot write.
    const withHash = `${change.slice(0, -1)},"row_hash":${hashOf(vault, row)}}`;
    await client.query('UPDATE passerelle.import_undo SET before = before || $2::jsonb WHERE seq = $1', [
      row.seq,
      withHash,
    ]);
  }
};

/** Closes plain values; what was closed already stays as it is where nothing plain stands against it. */
const sealOver = (
  vault: Vault,
  entity: Entity,
  columns: readonly ColumnSpec[],
  { id, personId, values, sealed }: PlainRow,
): SealedValues => {
  const place = { table: ENTITY_TABLES[entity].name, personId, rowId: id };
  const fresh = columns.filter(({ column }) => values[column] !== null || sealed?.[column] === undefined);
  return { ...sealed, ...vault.sealRow(place, fresh, values) };
};

/** Of a row that was closed before, the hash is keyed already. */
const hashOf = (vault: Vault, { id, hash, sealed }: PlainRow): string =>
  sealed === null ? vault.keyedRowHash(id, BigInt(hash)).toString() : hash;
