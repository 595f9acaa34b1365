import type { Client } from '../connection/database.js';

const KEY = `hashtextextended('passerelle rights', 0)`;

/**
 * Whoever lands or restores rows holds this with others of its kind until its transaction ends: it either began before an erasure
 * and is waited for, or sees the tombstones.
 */
export const shareRights = async (client: Client): Promise<void> => {
  await client.query(`SELECT pg_advisory_xact_lock_shared(${KEY})`);
};

/** Whoever erases is alone until its transaction ends. Waits `seconds` at most for rows that are being landed. */
export const lockRights = async (client: Client, seconds: number): Promise<void> => {
  await client.query(`SELECT set_config('lock_timeout', $1, true)`, [`${String(seconds)}s`]);
  await client.query(`SELECT pg_advisory_xact_lock(${KEY})`);
  await client.query(`SELECT set_config('lock_timeout', '0', true)`);
};
