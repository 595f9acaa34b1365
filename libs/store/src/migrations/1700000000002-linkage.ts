import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Identity linkage: what source persons are compared by, the pairs that were found, what people decided about them, and
 * which person each source person is. There is no foreign key to source persons: all of this is derived from them or
 * outlives them, and a load must not pay for it; what is gone is forgotten set-based when a link run begins.
 */
export class Linkage1700000000002 implements MigrationInterface {
  name = 'Linkage1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...COMMENTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE passerelle.${table}`);
  }
}

const TABLES = [
  'link_model',
  'link_person',
  'link_key',
  'link_large_block',
  'link_touched',
  'link_edge',
  'link_verdict',
  'person_cluster',
  'link_run',
  'link_job',
] as const;

const PAIR = `
  left_id uuid NOT NULL,
  right_id uuid NOT NULL`;

const STATEMENTS = [
  `CREATE TABLE passerelle.link_model (
    version integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document jsonb NOT NULL,
    active boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE UNIQUE INDEX link_model_active ON passerelle.link_model (active) WHERE active',
  `CREATE TABLE passerelle.link_person (
    person_no integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id uuid NOT NULL UNIQUE,
    source_no integer NOT NULL,
    made_of bigint NOT NULL,
    codes bigint[] NOT NULL,
    features text NOT NULL
  )`,
  // Filled in the order of its codes by a full link run, so that a range of codes lies together.
  `CREATE TABLE passerelle.link_key (
    code bigint NOT NULL,
    person_no integer NOT NULL
  )`,
  'CREATE INDEX link_key_code ON passerelle.link_key (code, person_no)',
  `CREATE TABLE passerelle.link_large_block (
    code bigint PRIMARY KEY,
    persons integer NOT NULL
  )`,
  `CREATE TABLE passerelle.link_touched (
    run_id integer NOT NULL DEFAULT 0,
    person_id uuid NOT NULL,
    rescore boolean NOT NULL,
    PRIMARY KEY (run_id, person_id)
  )`,
  `CREATE TABLE passerelle.link_edge (${PAIR},
    bits double precision NOT NULL,
    levels bytea NOT NULL,
    decision varchar(6) NOT NULL CHECK (decision IN ('link', 'review', 'apart')),
    rule varchar(40) NOT NULL,
    left_runner_up double precision,
    right_runner_up double precision,
    model_version integer NOT NULL,
    PRIMARY KEY (left_id, right_id),
    CHECK (left_id < right_id)
  )`,
  'CREATE INDEX link_edge_right ON passerelle.link_edge (right_id)',
  `CREATE INDEX link_edge_review ON passerelle.link_edge (left_id, right_id) WHERE decision = 'review'`,
  `CREATE TABLE passerelle.link_verdict (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,${PAIR},
    verdict varchar(5) NOT NULL CHECK (verdict IN ('same', 'never')),
    decided_by varchar(80) NOT NULL,
    reason varchar(300) NOT NULL,
    decided_at timestamptz NOT NULL DEFAULT now(),
    revoked_by varchar(80),
    revoked_at timestamptz,
    CHECK (left_id < right_id)
  )`,
  'CREATE UNIQUE INDEX link_verdict_standing ON passerelle.link_verdict (left_id, right_id) WHERE revoked_at IS NULL',
  'CREATE INDEX link_verdict_right ON passerelle.link_verdict (right_id) WHERE revoked_at IS NULL',
  `CREATE TABLE passerelle.person_cluster (
    source_person_id uuid PRIMARY KEY,
    person_id uuid NOT NULL
  )`,
  'CREATE INDEX person_cluster_person ON passerelle.person_cluster (person_id)',
  `CREATE TABLE passerelle.link_run (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    scope varchar(7) NOT NULL CHECK (scope IN ('all', 'touched')),
    status varchar(7) NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'done', 'failed')),
    failure varchar(80),
    model_version integer NOT NULL,
    config_fingerprint char(64) NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    counts jsonb
  )`,
  `CREATE UNIQUE INDEX link_run_one_at_a_time ON passerelle.link_run (status) WHERE status = 'running'`,
  `CREATE TABLE passerelle.link_job (
    run_id integer NOT NULL REFERENCES passerelle.link_run ON DELETE CASCADE,
    no integer NOT NULL,
    stage varchar(7) NOT NULL CHECK (stage IN ('prepare', 'score')),
    range_from bigint NOT NULL,
    range_to bigint NOT NULL,
    status varchar(7) NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'done', 'failed')),
    attempts integer NOT NULL DEFAULT 0,
    lease_token bigint,
    lease_until timestamptz,
    failure varchar(80),
    counts jsonb,
    PRIMARY KEY (run_id, no)
  )`,
];

const COMMENT_OF: Readonly<Record<(typeof TABLES)[number], string>> = {
  link_model: 'Trained weights, by version; at most one is active.',
  link_person:
    'What a source person is compared by, normalised. made_of changes with the source row, its case or the rules; codes are the blocking codes, ascending, each once.',
  link_key: 'Blocking code of each link_person, one row a code: persons with a code in common are candidates.',
  link_large_block: 'Blocking codes that too many persons share: reported, and not compared.',
  link_touched:
    'Source persons whose links must be decided again, and whether their pairs must be scored again. run_id 0: no link run has taken them up yet.',
  link_edge:
    'A scored pair of source persons and what was decided. bits: log2 odds; levels: agreement of each field; runner-up: bits of the best rival.',
  link_verdict:
    'What a person decided about a pair: the same, or never. Outranks every score; outlives re-import, rollback and retraining.',
  person_cluster:
    'Which person a source person is: the smallest source person id of its cluster. Without a row it is a person of its own.',
  link_run: 'A run of identity linkage: of all source persons, or of those that were touched.',
  link_job: 'A range of a link run, by id (prepare) or by blocking code (score), under a lease.',
};

const COMMENTS = TABLES.map((table) => `COMMENT ON TABLE passerelle.${table} IS '${COMMENT_OF[table]}'`);
