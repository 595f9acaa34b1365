import type { Client } from '../connection/database.js';

/** An arbitrary but fixed number for the advisory lock. */
const GATE = 7_102_011;

/** Goes through the gate until the end of the transaction, side by side with others. */
export const passOutboxGate = async (client: Client): Promise<void> => {
  await client.query('SELECT pg_advisory_xact_lock_shared($1)', [GATE]);
};

/**
 * Waits until every append that has begun is committed or rolled back, and holds up nobody afterwards. Later statements of this
 * transaction see all of those (READ COMMITTED); whoever appends later sees what was committed before.
 * @throws the driver's error 55P03 where the transaction has a `lock_timeout` and it ran out
 */
export const waitForAppends = async (client: Client): Promise<void> => {
  await client.query('SELECT pg_advisory_lock($1)', [GATE]);
  // A session's lock would outlive a rollback; nothing may come between these two lines.
  await client.query('SELECT pg_advisory_unlock($1)', [GATE]);
};
