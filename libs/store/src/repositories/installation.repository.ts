import type { Client } from '../connection/database.js';

/**
 * Notes with which key this database is filled, at first use.
 * @returns the fingerprint of the key that it was filled with first: another one would give every record another id
 */
export const noteInstallation = async (client: Client, fingerprint: string): Promise<string> => {
  await client.query(
    'INSERT INTO passerelle.installation (key_fingerprint) VALUES ($1) ON CONFLICT (only_one) DO NOTHING',
    [fingerprint],
  );
  const { rows } = await client.query<{ fingerprint: string }>(
    'SELECT key_fingerprint AS fingerprint FROM passerelle.installation',
  );
  return rows[0]?.fingerprint ?? fingerprint;
};
