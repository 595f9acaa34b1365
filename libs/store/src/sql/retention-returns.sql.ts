/** Whether anybody of a site could come back: an expired file's mark. $1 site. */
export const HAS_EXPIRED = `
  SELECT EXISTS (SELECT FROM passerelle.withheld_person WHERE site_id = $1 AND reason = 'expired') AS found`;

const TODAY = `(clock_timestamp() AT TIME ZONE 'Europe/Paris')::date`;

/** Marks, all that were set together with them, and their households' where a contact with one member counts for all. */
const MARKS = (newer: string, household: string): string => `
  newer AS (${newer}),
  alike AS (
    SELECT mark.together, mark.case_id FROM passerelle.withheld_person AS mark
    WHERE mark.reason = 'expired' AND mark.together IN (SELECT together FROM newer)),
  housed AS (
    SELECT mark.together FROM passerelle.withheld_person AS mark
    WHERE ${household} AND mark.reason = 'expired' AND mark.case_id IN (SELECT case_id FROM alike)),
  taken AS (
    -- What another chunk is lifting already need not be waited for: two that wait for each other would both be lost.
    SELECT mark.person_id FROM passerelle.withheld_person AS mark
    WHERE mark.reason = 'expired'
      AND mark.together IN (SELECT together FROM alike UNION SELECT together FROM housed) FOR UPDATE SKIP LOCKED),
  lifted AS (
    DELETE FROM passerelle.withheld_person AS mark USING taken
    WHERE mark.person_id = taken.person_id
    RETURNING mark.person_id, mark.case_id, mark.site_id, mark.table_id, mark.last_contact)`;

/** Their exports are to be read again, though they may be the same bytes; their households are written anew. */
const AGAIN = `
  again AS (
    INSERT INTO passerelle.import_again (site_id, system_id, through_run)
    SELECT DISTINCT lifted.site_id, source_table.system_id, last.id
    FROM lifted JOIN passerelle.source_table AS source_table ON source_table.id = lifted.table_id
    CROSS JOIN (SELECT max(id) AS id FROM passerelle.import_run) AS last WHERE last.id IS NOT NULL)
  UPDATE passerelle.source_case SET row_hash = 0 WHERE id IN (SELECT case_id FROM lifted)`;

/**
 * Lifts marks of expired files whose person an export shows a newer contact with: people return to ask for help, and nobody is
 * refused. $1 ids of persons or cases, $2 their newest days, $3 run, $4 whether a contact with one member counts for all.
 */
export const LIFT_RETURNED = `
  WITH given AS (
    SELECT id, max(day) AS day FROM unnest($1::uuid[], $2::date[]) AS each_day (id, day) WHERE day <= ${TODAY} GROUP BY id),
  ${MARKS(
    `SELECT mark.together FROM given JOIN passerelle.withheld_person AS mark ON mark.person_id = given.id
     WHERE mark.reason = 'expired' AND given.day > mark.last_contact
     UNION SELECT mark.together FROM given JOIN passerelle.withheld_person AS mark ON mark.case_id = given.id
     WHERE mark.reason = 'expired' AND given.day > mark.last_contact`,
    '$4::boolean',
  )},
  noted AS (
    INSERT INTO passerelle.returned_person AS known (person_id, last_contact, at, run_id)
    SELECT person_id, last_contact, clock_timestamp(), $3 FROM lifted
    ON CONFLICT (person_id) DO UPDATE SET last_contact = excluded.last_contact, at = excluded.at, run_id = excluded.run_id),
  ${AGAIN}`;

/** Lifts the marks of some persons: the home says that they returned. $1 ids. */
export const LIFT_EXPIRED = `
  WITH lifted AS (
    DELETE FROM passerelle.withheld_person WHERE person_id = ANY ($1::uuid[]) AND reason = 'expired'
    RETURNING person_id, case_id, site_id, table_id, last_contact),
  ${AGAIN}`;

/** Who returned, and when the mark was lifted. $1 ids. */
export const FIND_RETURNED = `
  SELECT person_id::text AS id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
  FROM passerelle.returned_person WHERE person_id = ANY ($1::uuid[])`;

/** Where persons of an expired file live now, so that a case that is opened again brings them back. $1 ids, $2 case ids. */
export const MOVE_EXPIRED = `
  UPDATE passerelle.withheld_person AS mark SET case_id = given.case_id
  FROM (
    SELECT DISTINCT ON (person_id) person_id, case_id FROM unnest($1::uuid[], $2::uuid[]) AS listed (person_id, case_id)
    WHERE case_id IS NOT NULL ORDER BY person_id, case_id
  ) AS given
  WHERE mark.person_id = given.person_id AND mark.reason = 'expired' AND mark.case_id IS DISTINCT FROM given.case_id`;
