import type { Client } from '../connection/database.js';
import { UTC_MILLISECONDS } from '../sql/tombstone-marks.sql.js';

/** Notes that data of source persons may only be kept (article 18). @returns those of whom it is new */
export const restrictPersons = async (
  client: Client,
  ids: readonly string[],
  incident: string | null,
): Promise<readonly string[]> =>
  (
    await client.query<{ id: string }>(
      `INSERT INTO passerelle.restricted_person (person_id, at, incident)
       SELECT id, clock_timestamp(), $2 FROM unnest($1::uuid[]) AS given (id)
       ON CONFLICT (person_id) DO NOTHING RETURNING person_id::text AS id`,
      [ids, incident],
    )
  ).rows.map(({ id }) => id);

/** @returns those who were restricted */
export const liftRestrictions = async (client: Client, ids: readonly string[]): Promise<readonly string[]> =>
  (
    await client.query<{ id: string }>(
      `DELETE FROM passerelle.restricted_person WHERE person_id = ANY ($1::uuid[]) RETURNING person_id::text AS id`,
      [ids],
    )
  ).rows.map(({ id }) => id);

/** Whether any of some source persons is restricted: then the person that they are is. */
export const isRestricted = async (client: Client, ids: readonly string[]): Promise<boolean> =>
  (await client.query(`SELECT FROM passerelle.restricted_person WHERE person_id = ANY ($1::uuid[]) LIMIT 1`, [ids]))
    .rowCount === 1;

/** Every restriction of the store. */
export const listRestrictions = async (
  client: Client,
): Promise<{ readonly id: string; readonly at: string; readonly incident: string | null }[]> =>
  (
    await client.query<{ id: string; at: string; incident: string | null }>(
      `SELECT person_id::text AS id, to_char(at AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}) AS at, incident
       FROM passerelle.restricted_person ORDER BY at, person_id`,
    )
  ).rows;
