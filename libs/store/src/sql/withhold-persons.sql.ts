import { eraseFeatures } from './linkage-forget.sql.js';

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
  `DELETE FROM passerelle.aid_decision WHERE aid_id IN (SELECT id FROM passerelle.aid WHERE person_id = ANY ($1::uuid[]))`,
  `DELETE FROM passerelle.aid_payment WHERE aid_id IN (SELECT id FROM passerelle.aid WHERE person_id = ANY ($1::uuid[]))`,
  `DELETE FROM passerelle.import_undo WHERE id IN (
     SELECT id FROM passerelle.aid WHERE person_id = ANY ($1::uuid[])
     UNION ALL SELECT id FROM passerelle.professional_act WHERE person_id = ANY ($1::uuid[])
     UNION ALL SELECT unnest($1::uuid[]))`,
  `DELETE FROM passerelle.aid WHERE person_id = ANY ($1::uuid[])`,
  `DELETE FROM passerelle.professional_act WHERE person_id = ANY ($1::uuid[])`,
  `DELETE FROM passerelle.case_member WHERE person_id = ANY ($1::uuid[])`,
  `DELETE FROM passerelle.source_person WHERE id = ANY ($1::uuid[])`,
  ...eraseFeatures('SELECT unnest($1::uuid[])'),
];

/**
 * Persons who no longer refuse: the mark goes (into the undo log), and their case is written anew by the next import,
 * since its address may have been cleared. $1: ids, $2: run.
 */
export const RELEASE_WITHHELD = `
  WITH released AS (
    DELETE FROM passerelle.withheld_person AS mark WHERE person_id = ANY ($1::uuid[]) RETURNING mark.*
  ), noted AS (
    INSERT INTO passerelle.import_undo (run_id, relation, id, before)
    SELECT $2, 'withheld_person', person_id, to_jsonb(released) FROM released
  )
  UPDATE passerelle.source_case SET row_hash = 0 WHERE id IN (SELECT case_id FROM released)`;
