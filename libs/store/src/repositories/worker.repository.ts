import type { Client } from '../connection/database.js';

/** A worker that was not seen for this long is taken for gone. */
const ALIVE_SECONDS = 15;

export const noteWorker = async (client: Client, id: string): Promise<void> => {
  await client.query(
    'INSERT INTO passerelle.worker (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET seen_at = clock_timestamp()',
    [id],
  );
};

export const forgetWorker = async (client: Client, id: string): Promise<void> => {
  await client.query('DELETE FROM passerelle.worker WHERE id = $1', [id]);
};

/** How many workers run now. Those that died without a word are forgotten on the way. */
export const countWorkers = async (client: Client): Promise<number> => {
  const { rows } = await client.query<{ alive: number }>(
    `WITH gone AS (
       DELETE FROM passerelle.worker WHERE seen_at < clock_timestamp() - make_interval(secs => $1)
     )
     SELECT count(*)::int AS alive FROM passerelle.worker WHERE seen_at >= clock_timestamp() - make_interval(secs => $1)`,
    [ALIVE_SECONDS],
  );
  return rows[0]?.alive ?? 0;
};
