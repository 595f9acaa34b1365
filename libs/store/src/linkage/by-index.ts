import type { Client } from '../connection/database.js';

const SCANS = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'] as const;

/**
 * Runs statements that ask for some thousand rows by their keys, always by the index: the planner may not know yet that a
 * table has grown by a million rows, and would read all of it for each batch. Inside a transaction.
 */
export const byIndex = async <T>(client: Client, work: () => Promise<T>): Promise<T> => {
  await set(client, 'off');
  const result = await work();
  await set(client, 'on');
  return result;
};

const set = async (client: Client, value: 'on' | 'off'): Promise<void> => {
  await client.query(`SELECT ${SCANS.map((name) => `set_config('${name}', '${value}', true)`).join(', ')}`);
};
