import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WORD_SHAPES } from '../audit/audit-entry.js';
import { REACH_FUNCTION, REACH_TABLES } from '../clients/reach-schema.js';

/** Who may ask the gateway (tokens), and how many different persons each has asked for. */
export class GatewayClients1700000000009 implements MigrationInterface {
  name = 'GatewayClients1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...REACH_TABLES, REACH_FUNCTION, ...COMMENTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION passerelle.take_reach');
    await runner.query(
      'DROP TABLE passerelle.api_proof, passerelle.api_reach_count, passerelle.api_reach, passerelle.api_token',
    );
  }
}

const TABLES = [
  `CREATE TABLE passerelle.api_token (
    id varchar(16) PRIMARY KEY CHECK (id ~ '^[0-9a-f]{16}$'),
    hash bytea NOT NULL CHECK (length(hash) = 32),
    client varchar(80) NOT NULL CHECK (client ~ '${WORD_SHAPES.reference}'),
    purposes varchar(60)[] NOT NULL CHECK (cardinality(purposes) > 0),
    scopes varchar(60)[] NOT NULL,
    recipient char(14) NOT NULL CHECK (recipient ~ '^[0-9]{14}$'),
    sites varchar(40)[],
    networks inet[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz,
    revoked_at timestamptz
  )`,
  // Each is shown once: whoever overheard it cannot show it again.
  `CREATE TABLE passerelle.api_proof (
    fingerprint bytea PRIMARY KEY CHECK (length(fingerprint) = 32),
    until timestamptz NOT NULL
  )`,
];

const COMMENTS = [
  `COMMENT ON TABLE passerelle.api_token IS 'A client of the gateway: what it may ask for, and the hash of its secret, which nobody keeps.'`,
  `COMMENT ON TABLE passerelle.api_reach IS 'Which persons a client has read today, by keyed id, so that nobody reads a whole caseload; gone after a day.'`,
  `COMMENT ON TABLE passerelle.api_reach_count IS 'How many persons a client has read in the hour and the day under way; locked while one more is counted.'`,
  `COMMENT ON TABLE passerelle.api_proof IS 'Fingerprints of proofs of possession (DPoP) that were shown, so that none is taken twice; gone after minutes.'`,
];
