import type { Client } from '../connection/database.js';
import {
  COUNT_TOMBSTONES,
  FIND_MARKS,
  LIFT_REFUSALS,
  LIST_TOMBSTONES,
  REGISTER_PLACES,
  SET_TOMBSTONES,
  UTC_MILLISECONDS,
} from '../sql/tombstone-marks.sql.js';
import type { Tombstone } from './tombstone.js';

/** Why a person is withheld: a tombstone, or what an export said. */
export type WithheldMark = Omit<Tombstone, 'kind'> & { readonly kind: Tombstone['kind'] | 'refusal' };

type StoredMark<M extends WithheldMark> = Omit<M, 'lastContact' | 'together'> & {
  readonly lastContact: string | null;
  readonly together: string | null;
};

/** Without what marks of its kind do not have: the home's file says no more either. */
const markOf = <M extends WithheldMark>({ lastContact, together, ...mark }: StoredMark<M>): M =>
  ({ ...mark, ...(lastContact === null ? {} : { lastContact }), ...(together === null ? {} : { together }) }) as M;

/** Every tombstone of the store, the oldest first. */
export const listTombstones = async (client: Client): Promise<Tombstone[]> =>
  (await client.query<StoredMark<Tombstone>>(LIST_TOMBSTONES)).rows.map(markOf);

/** How many there are, and when the last was set. */
export const countTombstones = async (client: Client): Promise<{ count: number; last: string | null }> =>
  (await client.query<{ count: number; last: string | null }>(COUNT_TOMBSTONES)).rows[0] ?? { count: 0, last: null };

/** Why some persons are withheld; those who are not left out. */
export const findMarks = async (client: Client, ids: readonly string[]): Promise<WithheldMark[]> =>
  (await client.query<StoredMark<WithheldMark>>(FIND_MARKS, [ids])).rows.map(markOf);

/** Sets tombstones, each of another person; registers their places where the store does not know them. */
export const setTombstones = async (client: Client, tombstones: readonly Tombstone[]): Promise<void> => {
  const list = JSON.stringify(tombstones);
  for (const statement of REGISTER_PLACES) await client.query(statement, [list]);
  await client.query(SET_TOMBSTONES, [list]);
};

/** Takes back refusals that were made here; erasures and what exports said stay. */
export const liftRefusals = async (client: Client, ids: readonly string[]): Promise<void> => {
  await client.query(LIFT_REFUSALS, [ids]);
};

/** Now by the database's clock, as tombstones say it. */
export const rightsTime = async (client: Client): Promise<string> => {
  const { rows } = await client.query<{ at: string }>(
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}) AS at`,
  );
  if (rows[0] === undefined) throw new Error('the database did not tell the time');
  return rows[0].at;
};

/** Which of some source persons were erased for good. */
export const findErased = async (client: Client, ids: readonly string[]): Promise<ReadonlySet<string>> =>
  ids.length === 0
    ? new Set()
    : new Set(
        (
          await client.query<{ id: string }>(
            `SELECT person_id::text AS id FROM passerelle.withheld_person
             WHERE person_id = ANY ($1::uuid[]) AND reason = 'erased'`,
            [ids],
          )
        ).rows.map(({ id }) => id),
      );
