/**
 * One line a table that is equal exactly when the content is: what landed, without the numbers that depend on when and in
 * which pieces it did (runs, files, registry ids). The basis of the determinism invariant (7).
 */
const part = (relation: string, without: readonly string[]): string => `
  SELECT '${relation}' AS relation, count(*)::int AS rows,
         coalesce(sum(hashtextextended((to_jsonb(stored) ${without.map((column) => `- '${column}'`).join(' ')})::text
           ${without.includes('absent_run') ? `|| (stored.absent_run IS NOT NULL)::text` : ''}
           ${without.includes('superseded_run') ? `|| (stored.superseded_run IS NOT NULL)::text` : ''}, 0)::numeric), 0)::text AS digest
  FROM passerelle.${relation} AS stored`;

// `sealed` is closed anew with each landing; the hash of the row says whether its content changed.
const LINEAGE = ['sealed', 'site_id', 'table_id', 'file_id', 'first_run', 'last_run', 'absent_run'];

export const STORE_DIGEST = [
  part('source_case', LINEAGE),
  part('source_person', LINEAGE),
  part('case_member', []),
  part('professional_act', LINEAGE),
  part('aid', LINEAGE),
  part('aid_decision', ['first_run', 'superseded_run']),
  part('aid_payment', ['first_run', 'superseded_run']),
  part('withheld_person', ['site_id', 'table_id', 'run_id', 'at', 'incident']),
  part('quarantine', ['id', 'run_id', 'file_id', 'site_id', 'table_id', 'closed_run']),
].join(' UNION ALL ');
