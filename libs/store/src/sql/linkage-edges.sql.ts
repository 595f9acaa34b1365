/** Whose edges and clusters are written anew; `all` needs no list. */
export type LinkScope = readonly string[] | 'all';

export const EDGE_COLUMNS = [
  'left_id',
  'right_id',
  'bits',
  'levels',
  'decision',
  'rule',
  'left_runner_up',
  'right_runner_up',
  'model_version',
] as const;

export const CREATE_SCOPE = `
  CREATE TEMPORARY TABLE IF NOT EXISTS link_scope (id uuid PRIMARY KEY) ON COMMIT DROP`;
export const CLEAR_SCOPE = 'TRUNCATE link_scope';

export const CREATE_NEXT_EDGE = `
  CREATE TEMPORARY TABLE next_edge (LIKE passerelle.link_edge INCLUDING DEFAULTS) ON COMMIT DROP`;
export const DROP_NEXT_EDGE = 'DROP TABLE next_edge';

const NOT_NEXT = `NOT EXISTS (
    SELECT FROM next_edge AS next WHERE next.left_id = stored.left_id AND next.right_id = stored.right_id)`;

export const removeEdges = (scope: LinkScope): readonly string[] =>
  scope === 'all'
    ? [`DELETE FROM passerelle.link_edge AS stored WHERE ${NOT_NEXT}`]
    : ['left_id', 'right_id'].map(
        (end) =>
          `DELETE FROM passerelle.link_edge AS stored USING link_scope AS scope
           WHERE stored.${end} = scope.id AND ${NOT_NEXT}`,
      );

const CONTENT = EDGE_COLUMNS.slice(2);
const row = (of: string): string => `(${CONTENT.map((column) => `${of}.${column}`).join(', ')})`;

/**
 * Rows that differ, then rows that are missing. Not one `ON CONFLICT` statement: that would lock, and so write to, every row
 * that is there, also the equal ones.
 */
export const MERGE_EDGES: readonly string[] = [
  `UPDATE passerelle.link_edge AS stored SET ${CONTENT.map((column) => `${column} = next.${column}`).join(', ')}
   FROM next_edge AS next
   WHERE next.left_id = stored.left_id AND next.right_id = stored.right_id AND ${row('stored')} IS DISTINCT FROM ${row('next')}`,
  `INSERT INTO passerelle.link_edge (${EDGE_COLUMNS.join(', ')})
   SELECT ${EDGE_COLUMNS.join(', ')} FROM next_edge AS next
   WHERE NOT EXISTS (
     SELECT FROM passerelle.link_edge AS stored WHERE stored.left_id = next.left_id AND stored.right_id = next.right_id)
   ORDER BY left_id, right_id`,
];

export const CREATE_NEXT_CLUSTER = `
  CREATE TEMPORARY TABLE next_cluster (source_person_id uuid NOT NULL, person_id uuid NOT NULL) ON COMMIT DROP`;
export const DROP_NEXT_CLUSTER = 'DROP TABLE next_cluster';

export const removeClusters = (scope: LinkScope): string => `
  DELETE FROM passerelle.person_cluster AS stored
  ${scope === 'all' ? 'WHERE' : 'USING link_scope AS scope WHERE stored.source_person_id = scope.id AND'}
  NOT EXISTS (SELECT FROM next_cluster AS next WHERE next.source_person_id = stored.source_person_id)`;

export const MERGE_CLUSTERS: readonly string[] = [
  `UPDATE passerelle.person_cluster AS stored SET person_id = next.person_id FROM next_cluster AS next
   WHERE next.source_person_id = stored.source_person_id AND stored.person_id <> next.person_id`,
  `INSERT INTO passerelle.person_cluster (source_person_id, person_id)
   SELECT source_person_id, person_id FROM next_cluster AS next
   WHERE NOT EXISTS (
     SELECT FROM passerelle.person_cluster AS stored WHERE stored.source_person_id = next.source_person_id)
   ORDER BY source_person_id`,
];
