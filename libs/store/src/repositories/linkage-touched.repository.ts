import type { Client } from '../connection/database.js';

/** Persons whose links must be decided again; of those whose looks have changed the pairs are scored again first. */
export interface TouchedCounts {
  readonly persons: number;
  readonly rescored: number;
}

const COUNT = `SELECT count(*)::integer AS persons, (count(*) FILTER (WHERE rescore))::integer AS rescored`;

/** How many wait for the next link run. */
export const countWaiting = async (client: Client): Promise<TouchedCounts> =>
  (
    await client.query<TouchedCounts>(
      `${COUNT} FROM (SELECT person_id, bool_or(rescore) AS rescore FROM passerelle.link_touched GROUP BY person_id) AS waiting`,
    )
  ).rows[0] ?? { persons: 0, rescored: 0 };

/**
 * Hands all that wait to a link run, also those that an earlier one took and did not finish. Whoever is touched from now on
 * waits for the next run, so that nothing that happens meanwhile is lost.
 */
export const takeTouched = async (client: Client, runId: number): Promise<TouchedCounts> => {
  await client.query(
    `WITH taken AS (
       DELETE FROM passerelle.link_touched WHERE run_id <> $1 RETURNING person_id, rescore
     )
     INSERT INTO passerelle.link_touched AS touched (run_id, person_id, rescore)
     SELECT $1, person_id, bool_or(rescore) FROM taken GROUP BY person_id
     ON CONFLICT (run_id, person_id) DO UPDATE SET rescore = touched.rescore OR excluded.rescore`,
    [runId],
  );
  const { rows } = await client.query<TouchedCounts>(`${COUNT} FROM passerelle.link_touched WHERE run_id = $1`, [
    runId,
  ]);
  return rows[0] ?? { persons: 0, rescored: 0 };
};

/** Forgets what a run took, in the transaction that writes its decisions. */
export const settleTouched = async (client: Client, runId: number): Promise<void> => {
  await client.query('DELETE FROM passerelle.link_touched WHERE run_id = $1', [runId]);
};
