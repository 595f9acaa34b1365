import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WORD_SHAPES } from '../audit/audit-entry.js';

/**
 * Separation: who was separated from which household, and where what tells of their place lies encrypted. No foreign key leads to
 * source rows: a rollback and a later import must find the separation again.
 */
export class Separation1700000000006 implements MigrationInterface {
  name = 'Separation1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...COMMENTS]) await runner.query(statement);
  }

  /**
   * Refused where somebody is separated: without these tables nothing would keep the next import from showing them.
   * @throws Error of the database
   */
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}

const SEALED = ['source_case', 'source_person', 'professional_act', 'aid'] as const;

const STATEMENTS = [
  `CREATE TABLE passerelle.separation (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL,
    incident varchar(80) NOT NULL CHECK (incident ~ '${WORD_SHAPES.reference}'),
    key_fingerprint char(16) NOT NULL
  )`,
  `CREATE TABLE passerelle.separated_person (
    person_id uuid NOT NULL,
    separation_id uuid NOT NULL REFERENCES passerelle.separation,
    later boolean NOT NULL,
    legacy_case uuid,
    PRIMARY KEY (person_id, separation_id)
  )`,
  `CREATE TABLE passerelle.separated_former (
    person_id uuid NOT NULL,
    separation_id uuid NOT NULL REFERENCES passerelle.separation,
    legacy_case uuid,
    PRIMARY KEY (person_id, separation_id)
  )`,
  `CREATE TABLE passerelle.separated_case (
    case_id uuid NOT NULL,
    separation_id uuid NOT NULL REFERENCES passerelle.separation,
    former boolean NOT NULL,
    guarded boolean NOT NULL,
    PRIMARY KEY (case_id, separation_id)
  )`,
  `CREATE TABLE passerelle.separated_place (
    person_id uuid PRIMARY KEY,
    at timestamptz NOT NULL,
    sealed jsonb NOT NULL
  )`,
  // Null everywhere but in rows of separated persons: such a column costs a row no byte.
  ...SEALED.map((table) => `ALTER TABLE passerelle.${table} ADD COLUMN sealed jsonb`),
  `CREATE VIEW passerelle.separated_pair AS
   SELECT DISTINCT least(own.person_id, other.person_id) AS left_id, greatest(own.person_id, other.person_id) AS right_id
   FROM passerelle.separated_person AS own JOIN passerelle.separated_former AS other USING (separation_id)
   WHERE own.person_id <> other.person_id`,
];

const COMMENTS = [
  `COMMENT ON TABLE passerelle.separation IS 'A separation of persons from a household: when, under which reference, under which key their places are encrypted.'`,
  `COMMENT ON TABLE passerelle.separated_person IS 'Whom a separation protects, by keyed id. later: a record that was found to be theirs afterwards. legacy_case: the former case in which the legacy system still shows them.'`,
  `COMMENT ON TABLE passerelle.separated_former IS 'Of whom: source persons of the former household, those who came to it since included. legacy_case: a case of the protected in which the legacy system shows them.'`,
  `COMMENT ON TABLE passerelle.separated_case IS 'Cases of a separation. former: no membership of the protected lands in it. guarded: its address is theirs and lies encrypted.'`,
  `COMMENT ON TABLE passerelle.separated_place IS 'Where a separated person lives and is followed now, as told with the separation: encrypted.'`,
  `COMMENT ON VIEW passerelle.separated_pair IS 'Source persons who are never linked and never put to a reviewer: one protected, one of the former household.'`,
];

const BACK = [
  `DO $$ BEGIN
     IF EXISTS (SELECT FROM passerelle.separated_person) THEN RAISE EXCEPTION 'persons are separated'; END IF;
   END $$`,
  'DROP VIEW passerelle.separated_pair',
  ...SEALED.map((table) => `ALTER TABLE passerelle.${table} DROP COLUMN sealed`),
  `UPDATE passerelle.import_undo SET before = before - 'sealed'`,
  ...['place', 'case', 'former', 'person'].map((name) => `DROP TABLE passerelle.separated_${name}`),
  'DROP TABLE passerelle.separation',
];
