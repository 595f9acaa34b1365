import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The unified case model and the ledger of imports. Text is bounded, amounts are whole cents, dates carry their precision.
 * There is no foreign key from acts and aids to persons: references are keyed ids derived from the export, checked
 * set-based by the chunk that lands them (a constraint would check the same thing again, row by row).
 */
export class CaseModel1700000000001 implements MigrationInterface {
  name = 'CaseModel1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA passerelle CASCADE');
  }
}

/** Where a row came from, on every landed row: its record's address in a sealed file, and the runs that touched it. */
const LINEAGE = `
  row_hash bigint NOT NULL,
  file_id integer NOT NULL,
  record_no integer NOT NULL,
  byte_offset bigint NOT NULL,
  byte_length integer NOT NULL,
  first_run integer NOT NULL,
  last_run integer NOT NULL,
  absent_run integer`;

/** What identifies a source row. */
const SOURCE = `
  id uuid PRIMARY KEY,
  site_id smallint NOT NULL,
  table_id smallint NOT NULL,
  source_key varchar(64) NOT NULL`;

const ADDRESS = `
  address_line varchar(200),
  postcode varchar(10),
  town varchar(100)`;

const STATEMENTS = [
  'CREATE SCHEMA IF NOT EXISTS passerelle',
  `CREATE TABLE passerelle.installation (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    key_fingerprint char(16) NOT NULL
  )`,
  `CREATE TABLE passerelle.site (
    id smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code varchar(40) NOT NULL UNIQUE
  )`,
  `CREATE TABLE passerelle.source_system (
    id smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code varchar(40) NOT NULL UNIQUE
  )`,
  `CREATE TABLE passerelle.source_table (
    id smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    system_id smallint NOT NULL REFERENCES passerelle.source_system,
    name varchar(80) NOT NULL,
    entity varchar(20) NOT NULL,
    UNIQUE (system_id, name)
  )`,
  `CREATE TABLE passerelle.import_run (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind varchar(10) NOT NULL CHECK (kind IN ('import', 'replay')),
    site_id smallint NOT NULL REFERENCES passerelle.site,
    system_id smallint NOT NULL REFERENCES passerelle.source_system,
    night date NOT NULL,
    mode varchar(10) NOT NULL CHECK (mode IN ('full', 'delta')),
    first_load boolean NOT NULL,
    status varchar(12) NOT NULL CHECK (status IN ('running', 'done', 'refused', 'failed', 'rolled-back')),
    failure varchar(80),
    profile_version integer NOT NULL,
    profile_fingerprint char(64) NOT NULL,
    policy_version integer NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    duration_ms integer,
    sheet jsonb
  )`,
  `CREATE UNIQUE INDEX import_run_one_at_a_time ON passerelle.import_run (site_id, system_id) WHERE status = 'running'`,
  `CREATE TABLE passerelle.import_file (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id integer NOT NULL REFERENCES passerelle.import_run ON DELETE CASCADE,
    name varchar(255) NOT NULL,
    path text NOT NULL,
    sha256 char(64) NOT NULL,
    size bigint NOT NULL,
    shape varchar(40) NOT NULL,
    table_name varchar(80),
    status varchar(20) NOT NULL CHECK (status IN ('imported', 'already-imported', 'refused')),
    reason varchar(40),
    refusal jsonb,
    encoding varchar(20),
    traits jsonb,
    births_year_only boolean NOT NULL,
    mode varchar(10) NOT NULL CHECK (mode IN ('full', 'delta')),
    records jsonb NOT NULL DEFAULT '{}'
  )`,
  'CREATE INDEX import_file_run ON passerelle.import_file (run_id)',
  'CREATE INDEX import_file_sha256 ON passerelle.import_file (sha256)',
  'CREATE SEQUENCE passerelle.lease_token',
  `CREATE TABLE passerelle.import_chunk (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id integer NOT NULL REFERENCES passerelle.import_run ON DELETE CASCADE,
    file_id integer NOT NULL REFERENCES passerelle.import_file ON DELETE CASCADE,
    phase smallint NOT NULL,
    byte_start bigint NOT NULL,
    byte_end bigint NOT NULL,
    first_record jsonb NOT NULL,
    shared_keys jsonb,
    status varchar(10) NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'done', 'failed')),
    attempts integer NOT NULL DEFAULT 0,
    lease_token bigint,
    lease_until timestamptz,
    failure varchar(80),
    counts jsonb
  )`,
  'CREATE INDEX import_chunk_run ON passerelle.import_chunk (run_id, phase)',

  `CREATE TABLE passerelle.source_case (${SOURCE},
    opened_on date,
    closed_on date,
    family_context varchar(40),
    children_count smallint,
    housing_type varchar(40),${ADDRESS},
    address_extra varchar(200),
    source_updated_on date,${LINEAGE}
  )`,
  `CREATE TABLE passerelle.source_person (${SOURCE},
    title varchar(40),
    sex varchar(40),
    usage_name varchar(100),
    birth_name varchar(100),
    given_names varchar(150),
    birth_date date,
    birth_precision varchar(5),
    birth_century_known boolean,
    marital_status varchar(40),
    children_count smallint,
    housing_type varchar(40),
    employment_status varchar(40),
    education_level varchar(40),${ADDRESS},
    head_of_household boolean,
    national_id_key uuid,
    telephone_key uuid,
    source_updated_on date,${LINEAGE}
  )`,
  `CREATE TABLE passerelle.case_member (
    person_id uuid PRIMARY KEY,
    case_id uuid NOT NULL
  )`,
  'CREATE INDEX case_member_case ON passerelle.case_member (case_id)',
  `CREATE TABLE passerelle.professional_act (${SOURCE},
    person_id uuid NOT NULL,
    kind varchar(40),
    occurred_on date,
    referral_target varchar(40),
    unit varchar(40),
    source_updated_on date,${LINEAGE}
  )`,
  'CREATE INDEX professional_act_person ON passerelle.professional_act (person_id)',
  `CREATE TABLE passerelle.aid (${SOURCE},
    person_id uuid NOT NULL,
    nature varchar(40),
    requested_on date,
    requested_cents bigint,
    outcome varchar(40),
    decided_on date,
    granted_cents bigint,
    source_updated_on date,${LINEAGE}
  )`,
  'CREATE INDEX aid_person ON passerelle.aid (person_id)',
  `CREATE TABLE passerelle.aid_decision (
    aid_id uuid NOT NULL,
    ordinal smallint NOT NULL,
    decided_on date,
    outcome varchar(40),
    granted_cents bigint,
    first_run integer NOT NULL,
    superseded_run integer
  )`,
  'CREATE INDEX aid_decision_aid ON passerelle.aid_decision (aid_id)',
  `CREATE TABLE passerelle.aid_payment (
    aid_id uuid NOT NULL,
    ordinal smallint NOT NULL,
    paid_on date,
    paid_cents bigint,
    mode varchar(40),
    first_run integer NOT NULL,
    superseded_run integer
  )`,
  'CREATE INDEX aid_payment_aid ON passerelle.aid_payment (aid_id)',

  `CREATE TABLE passerelle.withheld_person (
    person_id uuid PRIMARY KEY,
    case_id uuid,
    site_id smallint NOT NULL,
    table_id smallint NOT NULL,
    reason varchar(20) NOT NULL,
    run_id integer NOT NULL
  )`,
  'CREATE INDEX withheld_person_case ON passerelle.withheld_person (case_id)',
  `CREATE TABLE passerelle.quarantine (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id integer NOT NULL,
    file_id integer NOT NULL,
    site_id smallint NOT NULL,
    table_id smallint NOT NULL,
    record_no integer NOT NULL,
    byte_offset bigint NOT NULL,
    byte_length integer NOT NULL,
    unit_record integer NOT NULL,
    unit_offset bigint NOT NULL,
    unit_length integer NOT NULL,
    reason varchar(40) NOT NULL,
    field varchar(80),
    issues jsonb NOT NULL,
    entity_id uuid,
    waits_for uuid,
    status varchar(12) NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'landed', 'withheld', 'superseded')),
    closed_run integer
  )`,
  `CREATE INDEX quarantine_waiting ON passerelle.quarantine (waits_for) WHERE status = 'open'`,
  `CREATE INDEX quarantine_entity ON passerelle.quarantine (entity_id) WHERE status = 'open'`,
  `CREATE INDEX quarantine_open ON passerelle.quarantine (site_id, table_id, reason, field) WHERE status = 'open'`,
  `CREATE TABLE passerelle.import_undo (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id integer NOT NULL,
    relation varchar(40) NOT NULL,
    id uuid NOT NULL,
    before jsonb NOT NULL
  )`,
  'CREATE INDEX import_undo_run ON passerelle.import_undo (run_id)',
  'CREATE INDEX import_undo_id ON passerelle.import_undo (id)',
  `CREATE TABLE passerelle.worker (
    id varchar(80) PRIMARY KEY,
    started_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now()
  )`,
];
