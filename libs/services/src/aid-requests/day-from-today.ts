import type { Client } from '#libs/store';

/** The day that comes so many days after today, as YYYY-MM-DD: by the database's clock and the City's calendar. */
export const dayFromToday = async (client: Client, days = 0): Promise<string> => {
  const text = `SELECT ((now() AT TIME ZONE 'Europe/Paris')::date + $1::int)::text AS day`;
  return (await client.query<{ day: string }>(text, [days])).rows[0]?.day ?? '';
};
