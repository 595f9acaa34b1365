import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WORD_SHAPES } from '../audit/audit-entry.js';

/** Changes of aid requests that others are told of (the outbox), who is told, and how far each telling has come. */
export class Webhooks1700000000011 implements MigrationInterface {
  name = 'Webhooks1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...INDEXES, ...COMMENTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['webhook_delivery', 'webhook_secret', 'webhook', 'outbox_event'];
    await runner.query(`DROP TABLE ${tables.map((table) => `passerelle.${table}`).join(', ')}`);
  }
}

const SIRET = `recipient char(14) NOT NULL CHECK (recipient ~ '^[0-9]{14}$')`;

const TABLES = [
  // No foreign key to the aid request: an event is told of even where the request goes. An erasure calls forgetOutbox.
  `CREATE TABLE passerelle.outbox_event (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    aid_request_id uuid NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    type varchar(60) NOT NULL CHECK (type ~ '^aid_request\\.[a-z_]{1,40}$'),
    status varchar(20) NOT NULL CHECK (status ~ '^[a-z_]+$'),
    ${SIRET},
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (aid_request_id, version)
  )`,
  `CREATE TABLE passerelle.webhook (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    grant_id varchar(80) NOT NULL CHECK (grant_id ~ '${WORD_SHAPES.reference}'),
    ${SIRET},
    url varchar(2000) NOT NULL,
    event_types varchar(60)[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    disabled_at timestamptz
  )`,
  `CREATE TABLE passerelle.webhook_secret (
    id uuid PRIMARY KEY,
    webhook_id uuid NOT NULL REFERENCES passerelle.webhook ON DELETE CASCADE,
    sealed bytea NOT NULL CHECK (length(sealed) = 60),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz
  )`,
  `CREATE TABLE passerelle.webhook_delivery (
    webhook_id uuid NOT NULL REFERENCES passerelle.webhook ON DELETE CASCADE,
    event_seq bigint NOT NULL REFERENCES passerelle.outbox_event ON DELETE CASCADE,
    aid_request_id uuid NOT NULL,
    version integer NOT NULL,
    state varchar(10) NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'dead')),
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    lease_token bigint,
    lease_until timestamptz,
    last_at timestamptz,
    last_status smallint,
    last_problem varchar(60) CHECK (last_problem ~ '${WORD_SHAPES.word}'),
    PRIMARY KEY (webhook_id, event_seq)
  )`,
];

const INDEXES = [
  'CREATE INDEX outbox_event_recipient ON passerelle.outbox_event (recipient, seq)',
  'CREATE INDEX outbox_event_at ON passerelle.outbox_event (at)',
  'CREATE INDEX webhook_recipient ON passerelle.webhook (recipient, created_at)',
  'CREATE INDEX webhook_secret_webhook ON passerelle.webhook_secret (webhook_id)',
  'CREATE INDEX webhook_delivery_event ON passerelle.webhook_delivery (event_seq)',
  // The questions of a claim: what is due, how much is under way, and whether something before it still waits.
  `CREATE INDEX webhook_delivery_due ON passerelle.webhook_delivery (webhook_id, due_at) WHERE state = 'pending'`,
  `CREATE INDEX webhook_delivery_busy ON passerelle.webhook_delivery (webhook_id, lease_until)
     WHERE state = 'pending' AND lease_until IS NOT NULL`,
  `CREATE INDEX webhook_delivery_order ON passerelle.webhook_delivery (webhook_id, aid_request_id, version)
     WHERE state = 'pending'`,
];

const COMMENTS = [
  `COMMENT ON TABLE passerelle.outbox_event IS 'A committed change of an aid request: ids, version and status, never anything of a person.'`,
  `COMMENT ON TABLE passerelle.webhook IS 'An address of a receiving body that is told of changes of its aid requests.'`,
  `COMMENT ON TABLE passerelle.webhook_secret IS 'What deliveries to a webhook are signed with, encrypted; the older one signs along for a day after a rotation.'`,
  `COMMENT ON TABLE passerelle.webhook_delivery IS 'An event on its way to a webhook: how often it was tried, when it is due, who holds it. Nothing of what the receiver answered but its status.'`,
];
