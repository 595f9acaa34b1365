import { eraseFeatures } from './linkage-forget.sql.js';

/**
 * Takes back what a run did, one statement after the other in one transaction. $1: run. Refusals that the run saw stay
 * honoured: a rollback brings nobody back who asked not to be filed (sources/README.md, invariants 16 and 19).
 */
export const ROLLBACK_RUN: readonly { readonly name: string; readonly sql: string }[] = [
  { name: 'decisionsRemoved', sql: 'DELETE FROM passerelle.aid_decision WHERE first_run = $1' },
  { name: 'paymentsRemoved', sql: 'DELETE FROM passerelle.aid_payment WHERE first_run = $1' },
  {
    name: 'decisionsRestored',
    sql: 'UPDATE passerelle.aid_decision SET superseded_run = NULL WHERE superseded_run = $1',
  },
  {
    name: 'paymentsRestored',
    sql: 'UPDATE passerelle.aid_payment SET superseded_run = NULL WHERE superseded_run = $1',
  },
  {
    name: 'membersRemoved',
    sql: `DELETE FROM passerelle.case_member
          WHERE person_id IN (SELECT id FROM passerelle.source_person WHERE first_run = $1)
             OR person_id IN (SELECT id FROM passerelle.import_undo WHERE run_id = $1 AND relation = 'case_member')`,
  },
  {
    name: 'membersRestored',
    sql: `INSERT INTO passerelle.case_member (person_id, case_id)
          SELECT DISTINCT ON (id) id, (before ->> 'case_id')::uuid FROM passerelle.import_undo
          WHERE run_id = $1 AND relation = 'case_member' AND before ->> 'case_id' IS NOT NULL ORDER BY id, seq`,
  },
  { name: 'aidsRemoved', sql: 'DELETE FROM passerelle.aid WHERE first_run = $1' },
  { name: 'actsRemoved', sql: 'DELETE FROM passerelle.professional_act WHERE first_run = $1' },
  ...eraseFeatures('SELECT id FROM passerelle.source_person WHERE first_run = $1').map((sql, at) => ({
    name: at === 0 ? 'blockingKeysErased' : 'featuresErased',
    sql,
  })),
  { name: 'personsRemoved', sql: 'DELETE FROM passerelle.source_person WHERE first_run = $1' },
  { name: 'casesRemoved', sql: 'DELETE FROM passerelle.source_case WHERE first_run = $1' },
  ...(['source_case', 'source_person', 'professional_act', 'aid'] as const).flatMap((name) => [
    {
      name: `${name}Replaced`,
      sql: `DELETE FROM passerelle.${name}
            WHERE id IN (SELECT id FROM passerelle.import_undo WHERE run_id = $1 AND relation = '${name}')`,
    },
    {
      name: `${name}Restored`,
      sql: `INSERT INTO passerelle.${name}
            SELECT (jsonb_populate_record(NULL::passerelle.${name}, before)).* FROM (
              SELECT DISTINCT ON (id) before FROM passerelle.import_undo
              WHERE run_id = $1 AND relation = '${name}' ORDER BY id, seq
            ) AS earliest`,
    },
    { name: `${name}Present`, sql: `UPDATE passerelle.${name} SET absent_run = NULL WHERE absent_run = $1` },
  ]),
  {
    name: 'withheldRestored',
    sql: `INSERT INTO passerelle.withheld_person
          SELECT (jsonb_populate_record(NULL::passerelle.withheld_person, before)).* FROM passerelle.import_undo
          WHERE run_id = $1 AND relation = 'withheld_person' ON CONFLICT (person_id) DO NOTHING`,
  },
  { name: 'quarantineRemoved', sql: 'DELETE FROM passerelle.quarantine WHERE run_id = $1' },
  {
    name: 'quarantineReopened',
    sql: `UPDATE passerelle.quarantine SET status = 'open', closed_run = NULL WHERE closed_run = $1`,
  },
  { name: 'undoForgotten', sql: 'DELETE FROM passerelle.import_undo WHERE run_id = $1' },
  {
    name: 'run',
    sql: `UPDATE passerelle.import_run SET status = 'rolled-back', finished_at = now() WHERE id = $1`,
  },
];
