/**
 * Which of the given ids are in a table, with their hash and whether they were marked absent. $1: ids; the answer names
 * them by position. The array keeps its order, so that the index is walked once.
 */
export const findExisting = (relation: string): string => `
  SELECT given.n::int AS n, stored.row_hash::text AS hash, stored.absent_run IS NOT NULL AS absent
  FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, n)
  JOIN ${relation} AS stored ON stored.id = given.id`;
