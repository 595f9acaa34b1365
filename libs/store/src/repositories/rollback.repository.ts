import type { Client } from '../connection/database.js';
import { shareRights } from '../rights/rights-lock.js';
import { ROLLBACK_RUN } from '../sql/rollback-run.sql.js';
import { withdrawChunks } from './chunk.repository.js';
import { dropSeenTable } from './settle.repository.js';

/** Takes a run back inside the caller's transaction. @returns rows touched by each step, steps that touched none left out */
export const rollbackRun = async (client: Client, runId: number): Promise<Record<string, number>> => {
  await shareRights(client);
  await withdrawChunks(client, runId);
  const touched: Record<string, number> = {};
  for (const { name, sql } of ROLLBACK_RUN) {
    const { rowCount } = await client.query(sql, [runId]);
    if (rowCount !== null && rowCount > 0 && name !== 'run') touched[name] = rowCount;
  }
  await dropSeenTable(client, runId);
  return touched;
};

/** Whether the copies that a rollback needs are gone with their retention period. */
export const copiesGone = async (client: Client, runId: number): Promise<boolean> =>
  (await client.query('SELECT FROM passerelle.import_run WHERE id = $1 AND copies_gone_at IS NOT NULL', [runId]))
    .rowCount === 1;
