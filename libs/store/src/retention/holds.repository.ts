import type { Client } from '../connection/database.js';

/** Why somebody is kept beyond the period; words of a list, since a sentence would tell of the person. */
export const HOLD_GROUNDS = ['appeal', 'litigation', 'debt', 'accounting', 'legal-hold'] as const;
export type HoldGround = (typeof HOLD_GROUNDS)[number];

/** A hold as it is set. */
export interface NewHold {
  readonly ground: HoldGround;
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly until: string;
  readonly incident: string;
  /** Since when out of active use; null while the period still runs. */
  readonly archivedOn: string | null;
}

/** Keeps source persons; a hold that stands is replaced. */
export const setHolds = async (client: Client, ids: readonly string[], hold: NewHold): Promise<void> => {
  await client.query(
    `INSERT INTO passerelle.retention_hold AS known (person_id, ground, until, at, archived_on, incident)
     SELECT id, $2, $3::date, clock_timestamp(), $4::date, $5 FROM unnest($1::uuid[]) AS given (id)
     ON CONFLICT (person_id) DO UPDATE SET ground = excluded.ground, until = excluded.until, at = excluded.at,
       archived_on = coalesce(known.archived_on, excluded.archived_on), incident = excluded.incident`,
    [ids, hold.ground, hold.until, hold.archivedOn, hold.incident],
  );
};

/** Ends holds. @returns the source persons who were kept */
export const releaseHolds = async (client: Client, ids: readonly string[]): Promise<readonly string[]> =>
  (
    await client.query<{ id: string }>(
      'DELETE FROM passerelle.retention_hold WHERE person_id = ANY ($1::uuid[]) RETURNING person_id::text AS id',
      [ids],
    )
  ).rows.map(({ id }) => id);

/** Whether any of some source persons is archived: then the person that they are is. */
export const isArchived = async (client: Client, ids: readonly string[]): Promise<boolean> =>
  (
    await client.query(
      'SELECT FROM passerelle.retention_hold WHERE person_id = ANY ($1::uuid[]) AND archived_on IS NOT NULL LIMIT 1',
      [ids],
    )
  ).rowCount === 1;

/** Notes a contact that no export shows; the last word counts, so that a slip can be mended. @returns those of whom it is new */
export const noteContact = async (
  client: Client,
  ids: readonly string[],
  day: string,
  incident: string,
): Promise<readonly string[]> =>
  (
    await client.query<{ id: string }>(
      `INSERT INTO passerelle.noted_contact AS known (person_id, day, at, incident)
       SELECT id, $2::date, clock_timestamp(), $3 FROM unnest($1::uuid[]) AS given (id)
       ON CONFLICT (person_id) DO UPDATE SET day = excluded.day, at = excluded.at, incident = excluded.incident
       WHERE known.day <> excluded.day RETURNING person_id::text AS id`,
      [ids, day, incident],
    )
  ).rows.map(({ id }) => id);
