import type { Client } from '../connection/database.js';

/** Cells as they were handed out, by name; null: hidden. */
export type PublishedCells = Readonly<Record<string, number | null>>;

/** Tables that were drawn up together and handed out. No number that was hidden is kept anywhere. */
export interface StatisticsRelease {
  readonly id: number;
  readonly population: string;
  /** YYYY-MM of what is counted; null: as it stood. */
  readonly period: string | null;
  /** ISO 8601 instant of the count, by the database's clock. */
  readonly asOf: string;
  /** YYYY-MM in which it was drawn up. */
  readonly month: string;
  readonly planVersion: number;
  readonly tables: readonly string[];
  readonly cells: PublishedCells;
}

export type NewRelease = Pick<StatisticsRelease, 'population' | 'period' | 'planVersion' | 'tables' | 'cells'>;

const COLUMNS = `id, population, period, to_char(as_of AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "asOf",
  to_char(as_of AT TIME ZONE 'UTC', 'YYYY-MM') AS month, plan_version AS "planVersion", tables, cells`;

/** One at a time draws tables up: two who did not see each other's release could reveal together what each hides. */
export const lockStatistics = async (client: Client): Promise<void> => {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('passerelle statistics', 0))`);
};

/** The month that it is, by the database's clock: YYYY-MM in UTC. */
export const currentMonth = async (client: Client): Promise<string> =>
  (await client.query<{ month: string }>(`SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM') AS month`)).rows[0]
    ?.month ?? '';

/** Releases of a population, the newest first. @param since ISO 8601 duration that PostgreSQL reads; null: all */
export const findReleases = async (
  client: Client,
  population: string,
  period: string | null,
  since: string | null,
): Promise<readonly StatisticsRelease[]> =>
  (
    await client.query<StatisticsRelease>(
      `SELECT ${COLUMNS} FROM passerelle.statistics_release
       WHERE population = $1 AND period IS NOT DISTINCT FROM $2 AND ($3::interval IS NULL OR as_of > now() - $3::interval)
       ORDER BY id DESC`,
      [population, period, since],
    )
  ).rows;

/** Notes what is handed out, before it is. */
export const addRelease = async (
  client: Client,
  { population, period, planVersion, tables, cells }: NewRelease,
): Promise<StatisticsRelease> => {
  const { rows } = await client.query<StatisticsRelease>(
    `INSERT INTO passerelle.statistics_release (population, period, as_of, plan_version, tables, cells)
     VALUES ($1, $2, now(), $3, $4, $5) RETURNING ${COLUMNS}`,
    [population, period, planVersion, tables, JSON.stringify(cells)],
  );
  const [added] = rows;
  if (added === undefined) throw new Error('a row that was inserted is returned');
  return added;
};
