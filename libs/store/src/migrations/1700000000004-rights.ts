import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WORD_SHAPES } from '../audit/audit-entry.js';

/**
 * Rights of persons: one table says who is withheld and why (an export said so, `subject refuse`, or an erasure), the accounting
 * lines that outlive an erasure without identity, and whose data may only be kept (article 18).
 */
export class Rights1700000000004 implements MigrationInterface {
  name = 'Rights1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...COMMENTS]) await runner.query(statement);
  }

  /** Tombstones go with the columns; the home's file still has them, and applies them when this is there again. */
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}

const INCIDENT = `incident varchar(80) CHECK (incident ~ '${WORD_SHAPES.reference}')`;

const STATEMENTS = [
  `ALTER TABLE passerelle.withheld_person
     ADD COLUMN at timestamptz NOT NULL DEFAULT now(),
     ADD COLUMN ${INCIDENT},
     ALTER COLUMN run_id DROP NOT NULL,
     ADD CONSTRAINT withheld_person_reason CHECK (reason IN ('refusal', 'refused', 'erased')),
     ADD CONSTRAINT withheld_person_run CHECK ((reason = 'refusal') = (run_id IS NOT NULL))`,
  `CREATE INDEX withheld_person_tombstone ON passerelle.withheld_person (at) WHERE reason <> 'refusal'`,
  // Marks that a rollback restores were written before the column was.
  `UPDATE passerelle.import_undo SET before = before || jsonb_build_object('at', now()) WHERE relation = 'withheld_person'`,
  'ALTER TABLE passerelle.quarantine ADD COLUMN person_id uuid',
  // No key and no reference: nothing leads from a line back to anybody.
  `CREATE TABLE passerelle.accounting_line (
    nature varchar(40),
    paid_on date,
    paid_cents bigint,
    mode varchar(40)
  )`,
  `CREATE TABLE passerelle.restricted_person (
    person_id uuid PRIMARY KEY,
    at timestamptz NOT NULL,
    ${INCIDENT}
  )`,
];

const COMMENTS = [
  `COMMENT ON TABLE passerelle.withheld_person IS 'Who is kept out, by keyed id, and why: refusal (an export says so, and may take it back), refused (subject refuse), erased.'`,
  `COMMENT ON TABLE passerelle.accounting_line IS 'What the law obliges to keep of paid aids of persons who were erased: no identity, and no id that leads back.'`,
  `COMMENT ON TABLE passerelle.restricted_person IS 'Source persons whose data are kept and not used (article 18): read only for purposes that say whileRestricted.'`,
];

const BACK = [
  'DROP TABLE passerelle.restricted_person, passerelle.accounting_line',
  'ALTER TABLE passerelle.quarantine DROP COLUMN person_id',
  `UPDATE passerelle.import_undo SET before = before - 'at' - 'incident' WHERE relation = 'withheld_person'`,
  `DELETE FROM passerelle.withheld_person WHERE reason <> 'refusal'`,
  `ALTER TABLE passerelle.withheld_person
     DROP CONSTRAINT withheld_person_reason, DROP CONSTRAINT withheld_person_run,
     DROP COLUMN at, DROP COLUMN incident, ALTER COLUMN run_id SET NOT NULL`,
  `COMMENT ON TABLE passerelle.withheld_person IS NULL`,
];
