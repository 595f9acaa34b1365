import type { Client } from '../connection/database.js';

/** By the database's clock. The setting spares the wait for the disk: after a crash, a proof is void within minutes anyway. */
const KEEP = `
  WITH quick AS (SELECT set_config('synchronous_commit', 'off', true) AS word)
  INSERT INTO passerelle.api_proof (fingerprint, until)
  SELECT $1, clock_timestamp() + make_interval(secs => $2) FROM quick
  ON CONFLICT (fingerprint) DO NOTHING`;

/**
 * Takes a proof of possession once, by all processes together.
 * @param fingerprint 32 bytes that stand for the proof
 * @param seconds for how long it would hold, at least
 * @returns false where it was taken before
 */
export const takeProof = async (client: Client, fingerprint: Uint8Array, seconds: number): Promise<boolean> =>
  (await client.query({ name: 'take-proof', text: KEEP, values: [fingerprint, seconds] })).rowCount === 1;

/** Forgets proofs that do not hold any more. @returns how many went */
export const forgetProofs = async (client: Client): Promise<number> =>
  (await client.query('DELETE FROM passerelle.api_proof WHERE until < clock_timestamp()')).rowCount ?? 0;
