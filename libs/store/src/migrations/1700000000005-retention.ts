import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WORD_SHAPES } from '../audit/audit-entry.js';

/**
 * Retention: who was told that their file will go and when, who is kept longer and why, which contacts no export shows, whom
 * an export brought back, which exports are to be read again, and what each nightly run did.
 */
export class Retention1700000000005 implements MigrationInterface {
  name = 'Retention1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...COMMENTS]) await runner.query(statement);
  }

  /** Marks of expired files go with their columns; the home's file still has them, and applies them when this is there again. */
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}

const INCIDENT = `incident varchar(80) NOT NULL CHECK (incident ~ '${WORD_SHAPES.reference}')`;

const STATEMENTS = [
  `ALTER TABLE passerelle.withheld_person
     DROP CONSTRAINT withheld_person_reason,
     ADD COLUMN last_contact date,
     ADD COLUMN together uuid,
     ADD CONSTRAINT withheld_person_reason CHECK (reason IN ('refusal', 'refused', 'erased', 'expired')),
     ADD CONSTRAINT withheld_person_expired
       CHECK ((reason = 'expired') = (last_contact IS NOT NULL) AND (reason = 'expired') = (together IS NOT NULL))`,
  // Imports ask by site whether there is anybody at all who could come back.
  `CREATE INDEX withheld_person_expired_site ON passerelle.withheld_person (site_id) WHERE reason = 'expired'`,
  `CREATE INDEX withheld_person_together ON passerelle.withheld_person (together) WHERE reason = 'expired'`,
  `CREATE TABLE passerelle.retention_notice (
    person_id uuid PRIMARY KEY,
    due_on date NOT NULL,
    announced_on date NOT NULL
  )`,
  `CREATE TABLE passerelle.retention_hold (
    person_id uuid PRIMARY KEY,
    ground varchar(20) NOT NULL CHECK (ground IN ('appeal', 'litigation', 'debt', 'accounting', 'legal-hold')),
    until date NOT NULL,
    at timestamptz NOT NULL,
    archived_on date,
    ${INCIDENT}
  )`,
  `CREATE TABLE passerelle.noted_contact (
    person_id uuid PRIMARY KEY,
    day date NOT NULL,
    at timestamptz NOT NULL,
    ${INCIDENT}
  )`,
  `CREATE TABLE passerelle.returned_person (
    person_id uuid PRIMARY KEY,
    last_contact date NOT NULL,
    at timestamptz NOT NULL,
    run_id integer NOT NULL
  )`,
  // No key: chunks that lift marks at the same time must not wait for each other.
  `CREATE TABLE passerelle.import_again (
    site_id smallint NOT NULL,
    system_id smallint NOT NULL,
    through_run integer NOT NULL
  )`,
  `CREATE TABLE passerelle.retention_run (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    as_of date NOT NULL,
    status varchar(10) NOT NULL CHECK (status IN ('running', 'done', 'waiting', 'failed')),
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at timestamptz,
    failure varchar(80),
    report jsonb
  )`,
  'ALTER TABLE passerelle.import_run ADD COLUMN copies_gone_at timestamptz',
];

const COMMENTS = [
  `COMMENT ON TABLE passerelle.retention_notice IS 'Source persons whose file was announced to go: when its period is over, and since when that is announced.'`,
  `COMMENT ON TABLE passerelle.retention_hold IS 'Source persons who are kept beyond their period, for a ground and until a day; archived_on: since when out of active use.'`,
  `COMMENT ON TABLE passerelle.noted_contact IS 'The last contact with a source person that somebody noted here, since no export shows it.'`,
  `COMMENT ON TABLE passerelle.returned_person IS 'Source persons whose mark of an expired file an export lifted, since it showed a newer contact.'`,
  `COMMENT ON TABLE passerelle.import_again IS 'Exports of a site and source that were imported up to a run are to be read again, though unchanged.'`,
  `COMMENT ON TABLE passerelle.retention_run IS 'Runs of retention and what they did, in counts.'`,
];

const BACK = [
  'DROP INDEX passerelle.withheld_person_expired_site, passerelle.withheld_person_together',
  'ALTER TABLE passerelle.import_run DROP COLUMN copies_gone_at',
  `DROP TABLE passerelle.retention_run, passerelle.import_again, passerelle.returned_person, passerelle.noted_contact,
     passerelle.retention_hold, passerelle.retention_notice`,
  `UPDATE passerelle.import_undo SET before = before - 'last_contact' - 'together' WHERE relation = 'withheld_person'`,
  `DELETE FROM passerelle.withheld_person WHERE reason = 'expired'`,
  `ALTER TABLE passerelle.withheld_person
     DROP CONSTRAINT withheld_person_expired, DROP CONSTRAINT withheld_person_reason,
     DROP COLUMN last_contact, DROP COLUMN together,
     ADD CONSTRAINT withheld_person_reason CHECK (reason IN ('refusal', 'refused', 'erased'))`,
];
