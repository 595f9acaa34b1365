import type { Client } from '../connection/database.js';

const BY_INDEX = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'];
const IN_STEP = ['enable_seqscan', 'enable_hashjoin'];

/**
 * Runs statements that ask for some thousand rows by their keys, always by the index: the planner may not know yet that a
 * table has grown by a million rows, and would read all of it for each batch. Inside a transaction.
 */
export const byIndex = <T>(client: Client, work: () => Promise<T>): Promise<T> => without(BY_INDEX, client, work);

/** The same for one range of keys of several tables, which may be read in step, from index to index. */
export const inStep = <T>(client: Client, work: () => Promise<T>): Promise<T> => without(IN_STEP, client, work);

const without = async <T>(settings: readonly string[], client: Client, work: () => Promise<T>): Promise<T> => {
  await set(client, settings, 'off');
  const result = await work();
  await set(client, settings, 'on');
  return result;
};

const set = async (client: Client, settings: readonly string[], value: 'on' | 'off'): Promise<void> => {
  await client.query(`SELECT ${settings.map((name) => `set_config('${name}', '${value}', true)`).join(', ')}`);
};
