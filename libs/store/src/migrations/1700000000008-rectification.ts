import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WORD_SHAPES } from '../audit/audit-entry.js';

/**
 * Rectification (article 16): what a person had mended, beside the row that the legacy system wrote, and a view in which it is
 * what stands. Neither table leads to the person by a foreign key: a rollback and a later import must find it again.
 */
export class Rectification1700000000008 implements MigrationInterface {
  name = 'Rectification1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW passerelle.current_person');
    await runner.query('DROP TABLE passerelle.rectified_person, passerelle.rectification');
  }
}

/** Columns that can be mended; those of one list stand or fall together. */
const UNITS: readonly (readonly string[])[] = [
  ['title'],
  ['sex'],
  ['usage_name'],
  ['birth_name'],
  ['given_names'],
  ['birth_date', 'birth_precision', 'birth_century_known'],
  ['marital_status'],
  ['children_count'],
  ['housing_type'],
  ['employment_status'],
  ['education_level'],
  ['address_line', 'postcode', 'town'],
  ['head_of_household'],
];

const MENDED = UNITS.flatMap((unit) =>
  unit.map(
    (column) =>
      `CASE WHEN num_nonnulls(${unit.map((one) => `mended.${one}`).join(', ')}) > 0
            THEN mended.${column} ELSE person.${column} END AS ${column}`,
  ),
);

/** The hash tells of a rectification too: whoever remembers what a row was made of sees that it is another one. */
const VIEW = `
  CREATE VIEW passerelle.current_person AS
  SELECT person.id, person.site_id, person.table_id, person.source_key,
         person.row_hash # coalesce(hashtextextended(mended::text, 0), 0) AS row_hash, person.first_run, person.last_run,
         person.absent_run, ${MENDED.join(', ')}, person.national_id_key, person.telephone_key, person.source_updated_on
  FROM passerelle.source_person AS person
  LEFT JOIN passerelle.rectified_person AS mended ON mended.person_id = person.id`;

const STATEMENTS = [
  `CREATE TABLE passerelle.rectification (
    person_id uuid NOT NULL,
    field varchar(60) NOT NULL CHECK (field ~ '${WORD_SHAPES.word}'),
    at timestamptz NOT NULL,
    incident varchar(80) NOT NULL CHECK (incident ~ '${WORD_SHAPES.reference}'),
    PRIMARY KEY (person_id, field)
  )`,
  'CREATE INDEX rectification_at ON passerelle.rectification (at)',
  `CREATE TABLE passerelle.rectified_person (
    person_id uuid PRIMARY KEY,
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
    education_level varchar(40),
    address_line varchar(200),
    postcode varchar(10),
    town varchar(100),
    head_of_household boolean
  )`,
  VIEW,
  `COMMENT ON TABLE passerelle.rectification IS 'Which fields of a source person were rectified (article 16), since when and under which reference; belongs to the keyed id, whichever import holds it.'`,
  `COMMENT ON TABLE passerelle.rectified_person IS 'The rectified values of a source person: they stand in place of what its row says; null says nothing.'`,
  `COMMENT ON VIEW passerelle.current_person IS 'Source persons as they are to be read: rectified values in place of what the legacy system wrote. Whoever shows, counts or compares persons reads this; whoever compares with the legacy side reads source_person.'`,
];
