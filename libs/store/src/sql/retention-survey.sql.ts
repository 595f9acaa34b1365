import { type ContactRule, lastContacts } from './retention-contacts.sql.js';

/** Source persons whose file is over within the time that is announced ahead, and those of whom no day is known. */
export const CREATE_STATE = `
  CREATE TEMPORARY TABLE retention_state (
    person_id uuid PRIMARY KEY,
    linked_id uuid NOT NULL,
    due_on date
  ) ON COMMIT DROP`;

/** $1 today, $2 how long ahead is announced, $3 period. */
export const fillState = (rule: ContactRule): string => `
  INSERT INTO pg_temp.retention_state (person_id, linked_id, due_on)
  WITH ${lastContacts(rule, false)}
  SELECT owner.id, owner.person_id, latest.due_on
  FROM latest JOIN owner ON owner.person_id = latest.person_id
  WHERE latest.due_on IS NULL OR latest.due_on <= $1::date + $2::interval`;

/**
 * The night's imports end a moment before: without their numbers the planner joins a million persons row by row. A second or
 * two for a million persons.
 */
export const ANALYZE_SOURCES = `
  ANALYZE passerelle.source_person, passerelle.source_case, passerelle.case_member, passerelle.professional_act,
          passerelle.aid, passerelle.aid_decision, passerelle.aid_payment, passerelle.person_cluster`;

/** Planned with the right numbers: the table was made a moment ago. */
export const ANALYZE_STATE = 'ANALYZE pg_temp.retention_state';

/**
 * A contact in between, or a longer period: what was announced no longer holds. A period that is over before the day that was
 * announced (of whoever kept it longer nobody is left) changes nothing: the announced day stands.
 */
export const TAKE_BACK_NOTICES = `
  DELETE FROM passerelle.retention_notice AS notice
  WHERE NOT EXISTS (
    SELECT FROM pg_temp.retention_state AS state
    WHERE state.person_id = notice.person_id AND state.due_on <= notice.due_on)`;

/** $1 today. */
export const ANNOUNCE = `
  INSERT INTO passerelle.retention_notice (person_id, due_on, announced_on)
  SELECT person_id, due_on, $1::date FROM pg_temp.retention_state WHERE due_on IS NOT NULL
  ON CONFLICT (person_id) DO NOTHING RETURNING person_id`;

/** Who is kept beyond the period leaves active use on the day on which the period is over. $1 today. */
export const ARCHIVE_HELD = `
  UPDATE passerelle.retention_hold AS hold SET archived_on = $1::date
  FROM pg_temp.retention_state AS state
  WHERE hold.person_id = state.person_id AND hold.archived_on IS NULL AND hold.until >= $1::date AND state.due_on < $1::date
  RETURNING hold.person_id::text AS id`;

/** Whoever is in contact again is in active use again; the hold stays, for the time after. $1 today. */
export const REOPEN_HELD = `
  UPDATE passerelle.retention_hold AS hold SET archived_on = NULL
  WHERE hold.archived_on IS NOT NULL AND NOT EXISTS (
    SELECT FROM pg_temp.retention_state AS state
    WHERE state.person_id = hold.person_id AND coalesce(state.due_on < $1::date, true))
  RETURNING hold.person_id::text AS id`;

const bySite = (what: string, from: string): string => `
  SELECT site.code AS site, count(DISTINCT ${what})::int AS persons ${from} GROUP BY site.code ORDER BY site.code`;

const STATE_WITH_SITE = `
  FROM pg_temp.retention_state AS state
  JOIN passerelle.source_person AS person ON person.id = state.person_id
  JOIN passerelle.site AS site ON site.id = person.site_id`;

/** Persons by site (whoever has records at two counts at each) who were announced today. $1 today. */
export const COUNT_ANNOUNCED = bySite(
  'state.linked_id',
  `${STATE_WITH_SITE} JOIN passerelle.retention_notice AS notice ON notice.person_id = state.person_id
   WHERE notice.announced_on = $1::date`,
);

export const COUNT_UNDATED = bySite('state.linked_id', `${STATE_WITH_SITE} WHERE state.due_on IS NULL`);

/** Persons beyond their period who asked that their data be kept and not used (article 18). $1 today. */
export const COUNT_RESTRICTED = bySite(
  'state.linked_id',
  `${STATE_WITH_SITE} WHERE state.due_on < $1::date AND EXISTS (
     SELECT FROM passerelle.restricted_person AS restricted
     JOIN pg_temp.retention_state AS other ON other.person_id = restricted.person_id
     WHERE other.linked_id = state.linked_id)`,
);

/** Persons beyond their period who are archived. */
export const COUNT_KEPT = bySite(
  'coalesce(cluster.person_id, person.id)',
  `FROM passerelle.retention_hold AS hold
   JOIN passerelle.source_person AS person ON person.id = hold.person_id
   LEFT JOIN passerelle.person_cluster AS cluster ON cluster.source_person_id = person.id
   JOIN passerelle.site AS site ON site.id = person.site_id WHERE hold.archived_on IS NOT NULL`,
);

/** What is no longer about anybody who is there, or can still matter: a hold outlives a rollback, and no erasure. $1 today. */
export const FORGET_STALE: readonly string[] = [
  `DELETE FROM passerelle.retention_hold AS hold
   WHERE NOT EXISTS (SELECT FROM passerelle.source_person AS person WHERE person.id = hold.person_id)
     AND (hold.until < $1::date OR EXISTS (SELECT FROM passerelle.withheld_person AS mark WHERE mark.person_id = hold.person_id))`,
  `DELETE FROM passerelle.noted_contact AS noted
   WHERE $1::date IS NOT NULL AND EXISTS (SELECT FROM passerelle.withheld_person AS mark WHERE mark.person_id = noted.person_id)`,
];
