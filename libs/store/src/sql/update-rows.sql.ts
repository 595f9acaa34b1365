import type { EntityTable } from '../loading/entity-table.js';

/** A stage for changed rows, kept for the session and emptied by each commit, so that catalogues are not churned. */
export const createStage = ({ name, relation }: EntityTable): string =>
  `CREATE TEMPORARY TABLE IF NOT EXISTS stage_${name} (LIKE ${relation}) ON COMMIT DELETE ROWS`;

/** The rows as they were, for `runs rollback`. $1: run. */
export const keepBefore = ({ name, relation }: EntityTable): string => `
  INSERT INTO passerelle.import_undo (run_id, relation, id, before)
  SELECT $1, '${name}', stored.id, to_jsonb(stored)
  FROM pg_temp.stage_${name} AS staged JOIN ${relation} AS stored ON stored.id = staged.id`;

/** Replaces changed rows; the run that first landed a row stays known, a mark of absence goes. */
export const updateRows = ({ name, relation, columns }: EntityTable): string => `
  UPDATE ${relation} AS stored SET
    ${columns
      .filter((column) => !['id', 'site_id', 'table_id', 'source_key', 'first_run'].includes(column))
      .map((column) => `${column} = staged.${column}`)
      .join(', ')}
  FROM pg_temp.stage_${name} AS staged WHERE stored.id = staged.id`;
