import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WORD_SHAPES } from '../audit/audit-entry.js';

/**
 * Aid requests that the gateway takes, with their history, and the answers that are kept so that a repeated request is answered
 * alike. An aid of an export is another thing: it stays in `aid`.
 */
export class AidRequests1700000000010 implements MigrationInterface {
  name = 'AidRequests1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...COMMENTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE passerelle.kept_answer, passerelle.aid_request_move, passerelle.aid_request');
  }
}

const STATUS = `CHECK (% IN ('draft', 'submitted', 'in_review', 'adjourned', 'granted', 'partly_granted', 'refused', 'appealed',
      'paid', 'cancelled'))`;
const status = (column: string): string => `${column} varchar(20) NOT NULL ${STATUS.replace('%', column)}`;
const cents = (column: string): string => `${column} bigint CHECK (${column} BETWEEN 0 AND 1000000000)`;
const GRANT = `grant_id varchar(80) NOT NULL CHECK (grant_id ~ '${WORD_SHAPES.reference}')`;

const TABLES = [
  `CREATE TABLE passerelle.aid_request (
    id uuid PRIMARY KEY,
    version integer NOT NULL CHECK (version > 0),
    kind varchar(40) NOT NULL,
    ${status('status')},
    person_id uuid,
    paper_reference varchar(80),
    recipient char(14) NOT NULL,
    site varchar(40),
    ${cents('requested_cents')},
    requested_on date NOT NULL,
    ${cents('granted_cents')},
    ${cents('paid_cents')},
    paid_on date,
    reason varchar(60),
    waiting_for varchar(60)[] NOT NULL DEFAULT '{}',
    waiting_until date,
    ${GRANT},
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT aid_request_whom CHECK ((person_id IS NULL) <> (paper_reference IS NULL))
  )`,
  `CREATE INDEX aid_request_person ON passerelle.aid_request (person_id, id) WHERE person_id IS NOT NULL`,
  `CREATE TABLE passerelle.aid_request_move (
    aid_request_id uuid NOT NULL REFERENCES passerelle.aid_request ON DELETE CASCADE,
    version integer NOT NULL CHECK (version > 0),
    at timestamptz NOT NULL,
    ${status('status')},
    ${cents('amount_cents')},
    reason varchar(60),
    waiting_for varchar(60)[] NOT NULL DEFAULT '{}',
    waiting_until date,
    paid_on date,
    ${GRANT},
    PRIMARY KEY (aid_request_id, version)
  )`,
  `CREATE TABLE passerelle.kept_answer (
    ${GRANT},
    key varchar(255) NOT NULL,
    request_hash bytea NOT NULL CHECK (length(request_hash) = 32),
    status smallint,
    body text,
    headers jsonb,
    person_id uuid,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (grant_id, key)
  )`,
  'CREATE INDEX kept_answer_at ON passerelle.kept_answer (at)',
  'CREATE INDEX kept_answer_person ON passerelle.kept_answer (person_id) WHERE person_id IS NOT NULL',
];

const COMMENTS = [
  `COMMENT ON TABLE passerelle.aid_request IS 'An aid that somebody asks for through the gateway: of a person, or on paper for whoever has no file.'`,
  `COMMENT ON TABLE passerelle.aid_request_move IS 'Each status that an aid request took, with what was said then.'`,
  `COMMENT ON TABLE passerelle.kept_answer IS 'Answers to requests with an Idempotency-Key, for 24 hours: the same request again gets the same answer.'`,
];
