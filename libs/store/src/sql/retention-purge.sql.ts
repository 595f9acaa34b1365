import { type ContactRule, lastContacts } from './retention-contacts.sql.js';

/**
 * A page of source persons who were announced long enough ago and whose period is over, in the order of their ids.
 * $1 today, $2 how long ahead is announced, $3 after this id, $4 at most so many.
 */
export const PAGE_ANNOUNCED = `
  SELECT person_id::text AS id FROM passerelle.retention_notice
  WHERE person_id > $3::uuid AND due_on < $1::date AND announced_on + $2::interval <= $1::date
  ORDER BY person_id LIMIT $4`;

/** All source persons of the persons that the given ones are. $1: ids. */
export const FIND_WHOLE = `
  SELECT unnest($1::uuid[])::text AS id
  UNION
  SELECT mate.source_person_id::text FROM passerelle.person_cluster AS own
  JOIN passerelle.person_cluster AS mate ON mate.person_id = own.person_id WHERE own.source_person_id = ANY ($1::uuid[])`;

/**
 * Which of some persons go now, by their contacts as they stand in this transaction: each of their source persons was announced
 * long enough ago, none is kept or restricted (who asks for that wants the data kept), and no contact is planned. One row for each source person.
 * $1 today, $2 how long ahead is announced, $3 period, $4 source persons to look at (whole persons and households),
 * $5 source persons of whom it is asked (whole persons).
 */
export const judgeDue = (rule: ContactRule): string => `
  WITH ${lastContacts(rule, true)},
  asked AS (
    SELECT owner.person_id, latest.day
    FROM latest JOIN owner ON owner.person_id = latest.person_id
    LEFT JOIN passerelle.retention_notice AS notice ON notice.person_id = owner.id
    LEFT JOIN passerelle.retention_hold AS hold ON hold.person_id = owner.id AND hold.until >= $1::date
    LEFT JOIN passerelle.restricted_person AS restricted ON restricted.person_id = owner.id
    WHERE owner.id = ANY ($5::uuid[]) AND latest.due_on < $1::date AND NOT latest.planned
    GROUP BY owner.person_id, latest.day
    HAVING bool_and(notice.due_on < $1::date AND notice.announced_on + $2::interval <= $1::date) AND count(hold.person_id) = 0 AND count(restricted.person_id) = 0
       AND count(*) = count(notice.person_id))
  SELECT owner.id::text AS id, asked.person_id::text AS "personId", asked.day::text AS "lastContact",
         system.code AS system, site.code AS site, source_table.name AS "table"
  FROM asked JOIN owner ON owner.person_id = asked.person_id
  JOIN passerelle.source_person AS person ON person.id = owner.id
  JOIN passerelle.site AS site ON site.id = person.site_id
  JOIN passerelle.source_table AS source_table ON source_table.id = person.table_id
  JOIN passerelle.source_system AS system ON system.id = source_table.system_id
  ORDER BY asked.person_id, owner.id`;

/** When the period of one person is over; null where no day is known. Parameters as above, without $5. */
export const judgeOne = (rule: ContactRule): string => `
  WITH ${lastContacts(rule, true)}
  SELECT max(latest.day)::text AS "lastContact", max(latest.due_on)::text AS "dueOn", coalesce(bool_or(latest.due_on < $1::date), false) AS over
  FROM latest JOIN owner ON owner.person_id = latest.person_id WHERE owner.id = ANY ($5::uuid[])`;

/**
 * Households of which nobody is left, which no export holds any more, and whose last day is over. $1 today, $2 period.
 * What an export still holds would only come back with the next one.
 */
export const DELETE_EMPTY_HOUSEHOLDS = `
  DELETE FROM passerelle.source_case AS household
  WHERE household.absent_run IS NOT NULL
    AND coalesce(greatest(household.opened_on, household.closed_on), household.source_updated_on, $1::date - $2::interval - interval '1 day')
        < $1::date - $2::interval
    AND NOT EXISTS (SELECT FROM passerelle.case_member AS member WHERE member.case_id = household.id)`;

/** Persons by site whose period is over and who are neither archived nor restricted. $1 today. */
export const COUNT_WAITING = `
  SELECT site.code AS site, count(DISTINCT coalesce(cluster.person_id, person.id))::int AS persons
  FROM passerelle.retention_notice AS notice
  JOIN passerelle.source_person AS person ON person.id = notice.person_id
  LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = person.id
  JOIN passerelle.site AS site ON site.id = person.site_id
  WHERE notice.due_on < $1::date
    AND NOT EXISTS (
      SELECT FROM (
        SELECT person_id FROM passerelle.retention_hold WHERE until >= $1::date
        UNION ALL SELECT person_id FROM passerelle.restricted_person) AS hold
      LEFT JOIN passerelle.person_cluster AS other ON other.source_person_id = hold.person_id
      WHERE coalesce(other.person_id, hold.person_id) = coalesce(cluster.person_id, person.id))
  GROUP BY site.code ORDER BY site.code`;
