import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WORD_SHAPES } from '../audit/audit-entry.js';

/**
 * The audit trail: who read or changed what of whom, under which purpose; names and codes only. Rows are inserted and never
 * changed. The triggers stop mistakes, also the owner's; what somebody does who takes them off, the chain of hashes shows.
 */
export class Audit1700000000003 implements MigrationInterface {
  name = 'Audit1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...GUARDS, ...COMMENTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE passerelle.audit_checkpoint, passerelle.audit_head, passerelle.audit_entry');
    await runner.query('DROP FUNCTION passerelle.guard_audit_row(), passerelle.refuse_audit_truncate()');
  }
}

const { word, reference, detail } = WORD_SHAPES;
/** Whether each of an array's words has the shape; a constraint may hold no subquery, so the words are looked at in one text. */
const each = (column: string, shape: string): string =>
  `coalesce(array_to_string(${column}, E'\\n', '!'), '') ~ '^(${shape.slice(1, -1)}(\\n${shape.slice(1, -1)})*)?$'`;
const HASH = 'bytea NOT NULL CHECK (length(%) = 32)';
const hash = (column: string): string => `${column} ${HASH.replace('%', column)}`;

const TABLES = [
  `CREATE TABLE passerelle.audit_entry (
    seq bigint PRIMARY KEY CHECK (seq > 0),
    at timestamptz NOT NULL,
    action varchar(60) NOT NULL CHECK (action ~ '${word}'),
    purpose varchar(60) CHECK (purpose ~ '${word}'),
    recipient varchar(80) CHECK (recipient ~ '${reference}'),
    grant_id varchar(80) NOT NULL CHECK (grant_id ~ '${reference}'),
    subject_id uuid,
    case_id uuid,
    incident varchar(80) CHECK (incident ~ '${reference}'),
    fields varchar(60)[] NOT NULL CHECK (${each('fields', word)}),
    outcome varchar(60) NOT NULL CHECK (outcome ~ '${word}'),
    detail varchar(80)[] NOT NULL CHECK (${each('detail', detail)}),
    ${hash('previous_hash')},
    ${hash('hash')}
  )`,
  // No index on purpose, recipient or grant: the trail is asked about a person, a case or an incident, never about a reader.
  'CREATE INDEX audit_entry_subject ON passerelle.audit_entry (subject_id, seq) WHERE subject_id IS NOT NULL',
  'CREATE INDEX audit_entry_case ON passerelle.audit_entry (case_id, seq) WHERE case_id IS NOT NULL',
  'CREATE INDEX audit_entry_incident ON passerelle.audit_entry (incident, seq) WHERE incident IS NOT NULL',
  `CREATE TABLE passerelle.audit_head (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    seq bigint NOT NULL,
    ${hash('hash')},
    ${hash('seal')}
  )`,
  `INSERT INTO passerelle.audit_head (seq, hash, seal)
   VALUES (0, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'))`,
  `CREATE TABLE passerelle.audit_checkpoint (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind varchar(5) NOT NULL CHECK (kind IN ('state', 'cut')),
    seq bigint NOT NULL,
    ${hash('hash')},
    at timestamptz NOT NULL,
    before timestamptz CHECK ((kind = 'cut') = (before IS NOT NULL)),
    public_key bytea NOT NULL,
    signature bytea NOT NULL,
    ${hash('seal')}
  )`,
  'CREATE INDEX audit_checkpoint_seq ON passerelle.audit_checkpoint (seq)',
];

/** Pruning tells its own transaction up to which entry it may delete. */
const GUARDS = [
  `CREATE FUNCTION passerelle.guard_audit_row() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_TABLE_NAME = 'audit_head' AND TG_OP = 'UPDATE' THEN
      IF NEW.seq > OLD.seq THEN RETURN NEW; END IF;
    ELSIF TG_TABLE_NAME = 'audit_entry' AND TG_OP = 'DELETE' THEN
      IF OLD.seq <= coalesce(nullif(current_setting('passerelle.audit_cut', true), ''), '0')::bigint THEN
        RETURN OLD;
      END IF;
    END IF;
    RAISE EXCEPTION 'the audit trail takes inserts only' USING ERRCODE = 'integrity_constraint_violation';
  END $$`,
  `CREATE FUNCTION passerelle.refuse_audit_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the audit trail takes inserts only' USING ERRCODE = 'integrity_constraint_violation';
  END $$`,
  ...['audit_entry', 'audit_head', 'audit_checkpoint'].flatMap((table) => [
    `CREATE TRIGGER ${table}_guard BEFORE UPDATE OR DELETE ON passerelle.${table}
     FOR EACH ROW EXECUTE FUNCTION passerelle.guard_audit_row()`,
    `CREATE TRIGGER ${table}_whole BEFORE TRUNCATE ON passerelle.${table}
     FOR EACH STATEMENT EXECUTE FUNCTION passerelle.refuse_audit_truncate()`,
  ]),
];

const COMMENTS = [
  `COMMENT ON TABLE passerelle.audit_entry IS 'Reads and changes of data of persons: names and codes, never a value, never a worker. Each row is chained to the one before by a keyed hash.'`,
  `COMMENT ON TABLE passerelle.audit_head IS 'The newest entry of the audit trail; its lock puts entries in order.'`,
  `COMMENT ON TABLE passerelle.audit_checkpoint IS 'Signed states of the audit trail, and the marks that pruning leaves.'`,
];
