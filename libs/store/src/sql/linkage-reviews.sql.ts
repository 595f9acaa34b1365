/**
 * Open questions: pairs in review between two different persons, about which nobody has decided. A pair that people called
 * the same and that could not be joined contradicts another decision and is shown again, once it has been decided anew.
 */
const OPEN_REVIEWS = `
  SELECT edge.*, coalesce(left_cluster.person_id, edge.left_id) AS left_person,
         coalesce(right_cluster.person_id, edge.right_id) AS right_person, verdict.id IS NOT NULL AS contradicts
  FROM passerelle.link_edge AS edge
  LEFT JOIN passerelle.person_cluster AS left_cluster ON left_cluster.source_person_id = edge.left_id
  LEFT JOIN passerelle.person_cluster AS right_cluster ON right_cluster.source_person_id = edge.right_id
  LEFT JOIN passerelle.link_verdict AS verdict
    ON verdict.left_id = edge.left_id AND verdict.right_id = edge.right_id AND verdict.revoked_at IS NULL
  WHERE edge.decision = 'review'
    AND coalesce(left_cluster.person_id, edge.left_id) <> coalesce(right_cluster.person_id, edge.right_id)
    AND (verdict.id IS NULL OR verdict.verdict = 'same' AND NOT EXISTS (
      SELECT FROM passerelle.link_touched AS touched WHERE touched.person_id = edge.left_id))`;

/** Persons who are not one, since somebody keeps a source person of the one and one of the other apart. */
const KEPT_APART = `
  SELECT DISTINCT least(left_person, right_person) AS first_person, greatest(left_person, right_person) AS second_person
  FROM (
    SELECT coalesce(left_cluster.person_id, verdict.left_id) AS left_person,
           coalesce(right_cluster.person_id, verdict.right_id) AS right_person
    FROM passerelle.link_verdict AS verdict
    LEFT JOIN passerelle.person_cluster AS left_cluster ON left_cluster.source_person_id = verdict.left_id
    LEFT JOIN passerelle.person_cluster AS right_cluster ON right_cluster.source_person_id = verdict.right_id
    WHERE verdict.verdict = 'never' AND verdict.revoked_at IS NULL
  ) AS never`;

/** A source person as people know it. */
const source = (side: 'left' | 'right'): string => `
  jsonb_build_object('id', ${side}_source.id, 'personId', review.${side}_person, 'system', ${side}_system.code,
                     'site', ${side}_site.code, 'sourceId', ${side}_source.source_key) AS "${side}"`;

const joinSource = (side: 'left' | 'right'): string => `
  JOIN passerelle.source_person AS ${side}_source ON ${side}_source.id = review.${side}_id
  JOIN passerelle.site AS ${side}_site ON ${side}_site.id = ${side}_source.site_id
  JOIN passerelle.source_table AS ${side}_table ON ${side}_table.id = ${side}_source.table_id
  JOIN passerelle.source_system AS ${side}_system ON ${side}_system.id = ${side}_table.system_id`;

const COLUMNS = `
  review.bits, encode(review.levels, 'hex') AS levels, review.rule, review.left_runner_up AS "leftRunnerUp",
  review.right_runner_up AS "rightRunnerUp", review.model_version AS "modelVersion", review.contradicts,
  review.settles, review.first_person AS "firstPerson", review.second_person AS "secondPerson",
  ${source('left')}, ${source('right')}`;

/**
 * A page of open questions. Those between the same two persons lie together, since one answer settles them all: a "same"
 * joins the two, a "never" between any two of their source persons keeps them apart. The ones that settle most come first,
 * then the likeliest. $1 to $7: position of the last one of the page before (settles, best bits of
 * its group, the two persons, bits, left, right), null for the first page; $8 rows at most.
 */
export const LIST_REVIEWS = `
  WITH open AS (${OPEN_REVIEWS}), kept_apart AS (${KEPT_APART}), grouped AS (
    SELECT open.*, least(left_person, right_person) AS first_person, greatest(left_person, right_person) AS second_person
    FROM open
  ), asked AS (
    SELECT grouped.* FROM grouped
    LEFT JOIN kept_apart USING (first_person, second_person)
    WHERE kept_apart.first_person IS NULL OR grouped.contradicts
  ), ranked AS (
    SELECT asked.*, (count(*) OVER (PARTITION BY first_person, second_person))::integer AS settles,
           max(bits) OVER (PARTITION BY first_person, second_person) AS group_bits
    FROM asked
  ), review AS (
    SELECT * FROM ranked
    WHERE $1::integer IS NULL OR (-settles, -group_bits, first_person, second_person, -bits, left_id, right_id)
      > (-$1::integer, -$2::float8, $3::uuid, $4::uuid, -$5::float8, $6::uuid, $7::uuid)
    ORDER BY -settles, -group_bits, first_person, second_person, -bits, left_id, right_id LIMIT $8
  )
  SELECT ${COLUMNS}, review.group_bits AS "groupBits"
  FROM review ${joinSource('left')} ${joinSource('right')}
  ORDER BY -settles, -group_bits, first_person, second_person, -bits, left_id, right_id`;

/** One pair by its ends, whatever was decided about it. $1 to $4: from and to of the left id, from and to of the right id. */
export const FIND_REVIEW = `
  WITH review AS (
    SELECT edge.*, coalesce(left_cluster.person_id, edge.left_id) AS left_person,
           coalesce(right_cluster.person_id, edge.right_id) AS right_person, false AS contradicts, 1 AS settles,
           edge.left_id AS first_person, edge.right_id AS second_person
    FROM passerelle.link_edge AS edge
    LEFT JOIN passerelle.person_cluster AS left_cluster ON left_cluster.source_person_id = edge.left_id
    LEFT JOIN passerelle.person_cluster AS right_cluster ON right_cluster.source_person_id = edge.right_id
    WHERE edge.left_id BETWEEN $1 AND $2 AND edge.right_id BETWEEN $3 AND $4
  )
  SELECT ${COLUMNS}, review.bits AS "groupBits", review.decision
  FROM review ${joinSource('left')} ${joinSource('right')}`;
