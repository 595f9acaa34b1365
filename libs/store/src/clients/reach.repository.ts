import type { Client } from '../connection/database.js';

/** How many different persons a client may read in an hour and a day of UTC. */
export interface ReachBounds {
  readonly personsPerHour: number;
  readonly personsPerDay: number;
}

/** What became of a count. */
export interface ReachTaken {
  /** The bound that would have been passed; then nobody was counted. */
  readonly refused: 'hour' | 'day' | null;
  /** Seconds until the hour, and the day, end. */
  readonly hourLeft: number;
  readonly dayLeft: number;
}

/**
 * Counts persons whom a client is about to read, all or none: exact, however many processes count at once. Whoever was counted
 * in this hour is free. Runs in a transaction of its own, which it does not wait for on the disk.
 * @param persons keyed ids, each once
 */
export const takeReach = async (
  client: Client,
  grant: string,
  persons: readonly string[],
  { personsPerHour, personsPerDay }: ReachBounds,
): Promise<ReachTaken> => {
  const { rows } = await client.query<ReachTaken>({
    name: 'take-reach',
    text: `SELECT refused, hour_left AS "hourLeft", day_left AS "dayLeft" FROM passerelle.take_reach($1, $2, $3, $4)`,
    values: [grant, persons, personsPerHour, personsPerDay],
  });
  const [taken] = rows;
  if (taken === undefined) throw new Error('a function of one row returned none');
  return taken;
};

/** Notes that a client's bound was passed. @returns whether this is the first note of this hour, by all processes */
export const noteReachAlert = async (client: Client, grant: string): Promise<boolean> =>
  (
    await client.query(
      `UPDATE passerelle.api_reach_count SET alerted_hour = date_trunc('hour', clock_timestamp(), 'UTC')
       WHERE grant_id = $1 AND alerted_hour IS DISTINCT FROM date_trunc('hour', clock_timestamp(), 'UTC')`,
      [grant],
    )
  ).rowCount === 1;

/** Forgets whom clients have read before today. @returns how many rows went */
export const forgetReach = async (client: Client): Promise<number> =>
  (await client.query(`DELETE FROM passerelle.api_reach WHERE day < (clock_timestamp() AT TIME ZONE 'UTC')::date`))
    .rowCount ?? 0;
