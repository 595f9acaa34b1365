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

/**
 * Pairs that nobody is shown: of somebody and one of the household they were separated from; and of a separated person's new file,
 * whose site would tell where they are. @param pair name of what holds `left_id` and `right_id`
 */
const nobodySees = (pair: string): string => `(
    EXISTS (SELECT FROM passerelle.separated_pair AS apart
            WHERE apart.left_id = ${pair}.left_id AND apart.right_id = ${pair}.right_id)
    OR EXISTS (SELECT FROM passerelle.separated_person AS own
               WHERE own.person_id IN (${pair}.left_id, ${pair}.right_id) AND own.later))`;

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
    UNION ALL
    SELECT coalesce(left_cluster.person_id, apart.left_id), coalesce(right_cluster.person_id, apart.right_id)
    FROM passerelle.separated_pair AS apart
    LEFT JOIN passerelle.person_cluster AS left_cluster ON left_cluster.source_person_id = apart.left_id
    LEFT JOIN passerelle.person_cluster AS right_cluster ON right_cluster.source_person_id = apart.right_id
  ) AS never`;

/**
 * Which members of two cases are each other's counterparts: those whom their own evidence links. Columns: the two cases in order,
 * the ids that stand in those links, how many links. Cases as case_member holds them now.
 */
const PAIRED_HOUSEHOLDS = `
  SELECT least(one.case_id, other.case_id) AS first_case, greatest(one.case_id, other.case_id) AS second_case,
         array_agg(edge.left_id) || array_agg(edge.right_id) AS paired, count(*)::integer AS links
  FROM passerelle.link_edge AS edge
  JOIN passerelle.case_member AS one ON one.person_id = edge.left_id
  JOIN passerelle.case_member AS other ON other.person_id = edge.right_id
  WHERE edge.decision = 'link' AND edge.rule = 'link.certain' AND one.case_id <> other.case_id`;
const BY_HOUSEHOLDS = 'GROUP BY first_case, second_case';

/**
 * What a reviewer is told of the households: how many others are the same persons, and whether one of the pair is already
 * somebody else of the other household. Null where there are not two households. `pair` has left_id and right_id.
 */
const HOUSEHOLD = `
  CASE WHEN one.case_id <> other.case_id THEN jsonb_build_object(
    'others', coalesce(household.links, 0) - (pair.rule = 'link.certain')::integer,
    'taken', pair.rule <> 'link.certain'
      AND coalesce(pair.left_id = ANY(household.paired) OR pair.right_id = ANY(household.paired), false)
  ) END`;
const joinHouseholds = (paired: string): string => `
  LEFT JOIN passerelle.case_member AS one ON one.person_id = pair.left_id
  LEFT JOIN passerelle.case_member AS other ON other.person_id = pair.right_id
  LEFT JOIN ${paired} AS household
    ON household.first_case = least(one.case_id, other.case_id) AND household.second_case = greatest(one.case_id, other.case_id)`;

/**
 * Bits for the order of questions only: measured on generated exports, they raise the chance that of a question about one person
 * and one about two the former comes first from 0.77 to 0.93.
 */
const RANK = `
  pair.bits + CASE coalesce(household.links, 0) WHEN 0 THEN 0 WHEN 1 THEN 4 ELSE 6 END`;

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
  review.settles, review.household, review.first_person AS "firstPerson", review.second_person AS "secondPerson",
  ${source('left')}, ${source('right')}`;

/**
 * A page of open questions. Those between the same two persons lie together, since one answer settles them all: a "same"
 * joins the two, a "never" between any two of their source persons keeps them apart. The ones that settle most come first,
 * then the likeliest, households considered; last those of which one is already somebody else of the other's household.
 * $1 to $7: position of the last one of the page before (settles, 0 for those last; best rank of its group, the two persons,
 * rank, left, right), null for the first page; $8 rows at most.
 */
export const LIST_REVIEWS = `
  WITH open AS (${OPEN_REVIEWS}), kept_apart AS (${KEPT_APART}), grouped AS (
    SELECT open.*, least(left_person, right_person) AS first_person, greatest(left_person, right_person) AS second_person
    FROM open
  ), asked AS (
    SELECT grouped.* FROM grouped
    LEFT JOIN kept_apart USING (first_person, second_person)
    WHERE (kept_apart.first_person IS NULL OR grouped.contradicts) AND NOT ${nobodySees('grouped')}
  ), paired_household AS (
    ${PAIRED_HOUSEHOLDS} ${BY_HOUSEHOLDS}
  ), supported AS (
    SELECT pair.*, ${HOUSEHOLD} AS household, ${RANK} AS rank FROM asked AS pair ${joinHouseholds('paired_household')}
  ), ranked AS (
    SELECT supported.*, (count(*) OVER between_persons)::integer AS settles, max(rank) OVER between_persons AS group_rank,
           CASE WHEN bool_or((household ->> 'taken')::boolean) OVER between_persons THEN 0
                ELSE (count(*) OVER between_persons)::integer END AS urgency
    FROM supported WINDOW between_persons AS (PARTITION BY first_person, second_person)
  ), review AS (
    SELECT * FROM ranked
    WHERE $1::integer IS NULL OR (-urgency, -group_rank, first_person, second_person, -rank, left_id, right_id)
      > (-$1::integer, -$2::float8, $3::uuid, $4::uuid, -$5::float8, $6::uuid, $7::uuid)
    ORDER BY -urgency, -group_rank, first_person, second_person, -rank, left_id, right_id LIMIT $8
  )
  SELECT ${COLUMNS}, review.urgency, review.group_rank AS "groupRank", review.rank
  FROM review ${joinSource('left')} ${joinSource('right')}
  ORDER BY -urgency, -group_rank, first_person, second_person, -rank, left_id, right_id`;

/** One pair by its ends, whatever was decided about it. $1 to $4: from and to of the left id, from and to of the right id. */
export const FIND_REVIEW = `
  WITH pair AS (
    SELECT edge.*, coalesce(left_cluster.person_id, edge.left_id) AS left_person,
           coalesce(right_cluster.person_id, edge.right_id) AS right_person, false AS contradicts, 1 AS settles,
           edge.left_id AS first_person, edge.right_id AS second_person
    FROM passerelle.link_edge AS edge
    LEFT JOIN passerelle.person_cluster AS left_cluster ON left_cluster.source_person_id = edge.left_id
    LEFT JOIN passerelle.person_cluster AS right_cluster ON right_cluster.source_person_id = edge.right_id
    WHERE edge.left_id BETWEEN $1 AND $2 AND edge.right_id BETWEEN $3 AND $4
      AND NOT ${nobodySees('edge')}
  ), paired_household AS (
    SELECT mates.* FROM pair
    JOIN passerelle.case_member AS own ON own.person_id = pair.left_id
    CROSS JOIN LATERAL (
      ${PAIRED_HOUSEHOLDS}
        AND (edge.left_id IN (SELECT person_id FROM passerelle.case_member WHERE case_id = own.case_id)
          OR edge.right_id IN (SELECT person_id FROM passerelle.case_member WHERE case_id = own.case_id))
      ${BY_HOUSEHOLDS}
    ) AS mates
  ), review AS (
    SELECT pair.*, ${HOUSEHOLD} AS household FROM pair ${joinHouseholds('paired_household')}
  )
  SELECT ${COLUMNS}, review.decision
  FROM review ${joinSource('left')} ${joinSource('right')}`;
