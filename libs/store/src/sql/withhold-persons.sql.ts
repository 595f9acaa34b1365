import { eraseFeatures } from './linkage-forget.sql.js';
import { FORGET_AID_REQUESTS, KEEP_PAID_AID_REQUESTS, LOCK_AID_REQUESTS } from './forget-aid-requests.sql.js';
import { ERASE_RECTIFICATIONS } from './rectifications.sql.js';

/**
 * Marks persons as withheld. $1 ids, $2 case ids, $3 site, $4 table, $5 reason, $6 run. A mark that exists stays as it is:
 * the first run that saw the refusal is the one that counts.
 */
export const WITHHOLD_PERSONS = `
  INSERT INTO passerelle.withheld_person (person_id, case_id, site_id, table_id, reason, run_id)
  SELECT given.person_id, given.case_id, $3, $4, $5, $6
  FROM unnest($1::uuid[], $2::uuid[]) AS given (person_id, case_id)
  ON CONFLICT (person_id) DO NOTHING`;

/** Everything that the store holds of persons who are now withheld. $1: ids. Order matters: children before parents. */
export const ERASE_WITHHELD: readonly string[] = [
  LOCK_AID_REQUESTS,
  // No legacy system holds these payments: whoever is withheld by an export leaves their lines too.
  KEEP_PAID_AID_REQUESTS,
  ...FORGET_AID_REQUESTS,
  `DELETE FROM passerelle.aid_decision WHERE aid_id IN (SELECT id FROM passerelle.aid WHERE person_id = ANY ($1::uuid[]))`,
  `DELETE FROM passerelle.aid_payment WHERE aid_id IN (SELECT id FROM passerelle.aid WHERE person_id = ANY ($1::uuid[]))`,
  `DELETE FROM passerelle.import_undo WHERE id IN (
     SELECT id FROM passerelle.aid WHERE person_id = ANY ($1::uuid[])
     UNION ALL SELECT id FROM passerelle.professional_act WHERE person_id = ANY ($1::uuid[])
     UNION ALL SELECT unnest($1::uuid[]))`,
  `DELETE FROM passerelle.aid WHERE person_id = ANY ($1::uuid[])`,
  `DELETE FROM passerelle.professional_act WHERE person_id = ANY ($1::uuid[])`,
  `DELETE FROM passerelle.case_member WHERE person_id = ANY ($1::uuid[])`,
  ...ERASE_RECTIFICATIONS,
  `DELETE FROM passerelle.retention_notice WHERE person_id = ANY ($1::uuid[])`,
  `DELETE FROM passerelle.retention_hold WHERE person_id = ANY ($1::uuid[])`,
  `DELETE FROM passerelle.noted_contact WHERE person_id = ANY ($1::uuid[])`,
  `DELETE FROM passerelle.returned_person WHERE person_id = ANY ($1::uuid[])`,
  `DELETE FROM passerelle.source_person WHERE id = ANY ($1::uuid[])`,
  ...eraseFeatures('SELECT unnest($1::uuid[])'),
];

/**
 * Which of the given persons no export may bring back: who was erased, or refused here (`subject refuse`). $1: ids; the answer
 * names them by position.
 */
export const FIND_BARRED = `
  SELECT given.n::int AS n FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, n)
  JOIN passerelle.withheld_person AS mark ON mark.person_id = given.id AND mark.reason <> 'refusal'`;

/**
 * The household of persons who were marked before any export held them, so that it is known when nobody of it is left.
 * $1 ids, $2 case ids.
 */
export const NOTE_HOUSEHOLDS = `
  UPDATE passerelle.withheld_person AS mark SET case_id = given.case_id
  FROM (
    SELECT DISTINCT ON (person_id) person_id, case_id FROM unnest($1::uuid[], $2::uuid[]) AS listed (person_id, case_id)
    WHERE case_id IS NOT NULL ORDER BY person_id, case_id
  ) AS given
  WHERE mark.person_id = given.person_id AND mark.case_id IS NULL`;

/**
 * Persons who no longer refuse: the mark goes (into the undo log), and their case is written anew by the next import,
 * since its address may have been cleared. Only what an export said may an export take back. $1: ids, $2: run.
 */
export const RELEASE_WITHHELD = `
  WITH released AS (
    DELETE FROM passerelle.withheld_person AS mark
    WHERE person_id = ANY ($1::uuid[]) AND reason = 'refusal' RETURNING mark.*
  ), noted AS (
    INSERT INTO passerelle.import_undo (run_id, relation, id, before)
    SELECT $2, 'withheld_person', person_id, to_jsonb(released) FROM released
  ), again AS (
    -- Their acts may stand in an export that does not change: what was imported before this run is read again.
    INSERT INTO passerelle.import_again (site_id, system_id, through_run)
    SELECT DISTINCT released.site_id, source_table.system_id, $2 - 1
    FROM released JOIN passerelle.source_table AS source_table ON source_table.id = released.table_id
  )
  UPDATE passerelle.source_case SET row_hash = 0 WHERE id IN (SELECT case_id FROM released)`;
