import { RECTIFIABLE_FIELDS } from '#libs/domain';
import type { Client } from '../connection/database.js';
import {
  COUNT_RECTIFICATIONS,
  DROP_EMPTY_ROWS,
  DROP_RECTIFICATIONS,
  FIND_KEPT_OUT,
  FIND_RECTIFICATIONS,
  findDiffering,
  LIST_RECTIFICATIONS,
  SET_RECTIFICATION,
  setRectifiedValues,
} from '../sql/rectifications.sql.js';
import type { Rectification, RectificationKey } from './rectification.js';

/** @throws RangeError for a field that cannot be rectified */
const columnsOf = (field: string): readonly string[] => {
  const columns = RECTIFIABLE_FIELDS.get(field);
  if (columns === undefined) throw new RangeError(`'${field}' cannot be rectified`);
  return columns.map(({ column }) => column);
};

const toRectification = (row: Rectification): Rectification => ({
  ...row,
  values: Object.fromEntries(columnsOf(row.field).map((column) => [column, row.values[column] ?? null])),
});

/** Rectifications of some source persons, by person and field. */
export const findRectifications = async (client: Client, ids: readonly string[]): Promise<Rectification[]> =>
  (await client.query<Rectification>(FIND_RECTIFICATIONS, [ids])).rows.map(toRectification);

/** Every rectification of the store, the oldest first. */
export const listRectifications = async (client: Client): Promise<Rectification[]> =>
  (await client.query<Rectification>(LIST_RECTIFICATIONS)).rows.map(toRectification);

/** How many there are, and when the last was set. */
export const countRectifications = async (client: Client): Promise<{ count: number; last: string | null }> =>
  (await client.query<{ count: number; last: string | null }>(COUNT_RECTIFICATIONS)).rows[0] ?? {
    count: 0,
    last: null,
  };

/** Sets rectifications; one that stands for the same field of the same source person is replaced as a whole. */
export const setRectifications = async (client: Client, all: readonly Rectification[]): Promise<void> => {
  for (const { id, field, at, incident, values } of all) {
    const columns = columnsOf(field);
    await client.query(setRectifiedValues(columns), [id, ...columns.map((column) => values[column] ?? null)]);
    await client.query(SET_RECTIFICATION, [id, field, at, incident]);
  }
};

/** Takes rectifications of one field back: the rows of the legacy systems stand again. @returns of whom there was one */
export const dropRectifications = async (
  client: Client,
  ids: readonly string[],
  field: string,
): Promise<readonly string[]> => {
  const columns = columnsOf(field);
  const { rows } = await client.query<{ id: string }>(DROP_RECTIFICATIONS, [ids, field]);
  const dropped = rows.map(({ id }) => id);
  for (const id of dropped) await client.query(setRectifiedValues(columns), [id, ...columns.map(() => null)]);
  await client.query(DROP_EMPTY_ROWS, [dropped]);
  return dropped.sort();
};

/** A record that still says otherwise, as somebody finds it in its legacy system. */
export interface DifferingRecord {
  readonly id: string;
  readonly system: string;
  readonly site: string;
  readonly table: string;
  readonly sourceId: string;
  /** Whether it says nothing at all. */
  readonly empty: boolean;
}

/** Source persons whose own record says something else than their rectification of a field. */
export const findDifferingRecords = async (
  client: Client,
  ids: readonly string[],
  field: string,
): Promise<DifferingRecord[]> => (await client.query<DifferingRecord>(findDiffering(columnsOf(field)), [ids])).rows;

/** Rectifications of persons who are kept out (erased, refused, expired) must go: their ids. */
export const findKeptOut = async (client: Client, keys: readonly RectificationKey[]): Promise<ReadonlySet<string>> => {
  const ids = [...new Set(keys.map(({ id }) => id))];
  return new Set((await client.query<{ id: string }>(FIND_KEPT_OUT, [ids])).rows.map(({ id }) => id));
};
