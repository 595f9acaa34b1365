/**
 * Which of the given rows are not in a table as they are: new ones, and those that were changed or marked absent. $1 ids,
 * $2 hashes; the answer names them by position, and an unchanged night's answer is empty. The arrays keep their order, so
 * that the index is walked once.
 */
export const findDiffering = (relation: string): string => `
  SELECT given.n::int AS n, stored.id IS NULL AS created
  FROM unnest($1::uuid[], $2::bigint[]) WITH ORDINALITY AS given (id, hash, n)
  LEFT JOIN ${relation} AS stored ON stored.id = given.id
  WHERE stored.id IS NULL OR stored.row_hash <> given.hash OR stored.absent_run IS NOT NULL`;
