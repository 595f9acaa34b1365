/**
 * Members of the cases that given persons belong to now: nothing but case_member says who shares a household, so that whoever was
 * taken out of one shares it no longer. Of a case with more than $2 members so many and one more. $1: ids of persons.
 */
export const FIND_HOUSEHOLDS = `
  SELECT mate.person_id::text AS person, asked.case_id::text AS household
  FROM (SELECT DISTINCT case_id FROM passerelle.case_member WHERE person_id = ANY($1::uuid[])) AS asked
  CROSS JOIN LATERAL (
    SELECT person_id FROM passerelle.case_member WHERE case_id = asked.case_id LIMIT $2::integer + 1
  ) AS mate`;

const CREATE_MEMBERS = 'CREATE TEMPORARY TABLE household_member (id uuid NOT NULL) ON COMMIT DROP';

/** Notes the members in question, and whoever any pair of theirs names. $1, of the second statement only: their ids. */
export const REACH_AROUND: readonly [string, string, string] = [
  CREATE_MEMBERS,
  'INSERT INTO household_member SELECT unnest($1::uuid[])',
  `INSERT INTO reached_person
   SELECT id FROM household_member
   UNION SELECT edge.right_id FROM household_member AS member JOIN passerelle.link_edge AS edge ON edge.left_id = member.id
   UNION SELECT edge.left_id FROM household_member AS member JOIN passerelle.link_edge AS edge ON edge.right_id = member.id`,
];
export const DROP_MEMBERS = 'DROP TABLE household_member';

/** Rules that no support of a household changes. */
const SETTLED = `('link.certain', 'link.never', 'link.same', 'link.weak', 'link.vetoed')`;

/**
 * Persons who were not reached, share a household with somebody who was, and have a pair that the household's support may
 * decide: the pairs of those reached are what supports are made of.
 */
export const UNREACHED_MATES = `
  (SELECT mate.person_id
   FROM reached_person AS reached
   JOIN passerelle.case_member AS own ON own.person_id = reached.id
   JOIN passerelle.case_member AS mate ON mate.case_id = own.case_id
   WHERE EXISTS (SELECT FROM passerelle.link_edge WHERE left_id = mate.person_id AND rule NOT IN ${SETTLED})
      OR EXISTS (SELECT FROM passerelle.link_edge WHERE right_id = mate.person_id AND rule NOT IN ${SETTLED})
   EXCEPT SELECT id FROM reached_person)`;
