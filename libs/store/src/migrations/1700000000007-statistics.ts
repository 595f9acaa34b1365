import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which figures were handed out, so that no later one reveals what they hide. Counts and names of cells: nothing of a person. */
export class Statistics1700000000007 implements MigrationInterface {
  name = 'Statistics1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  /** Whoever goes back and forth again has forgotten what was handed out: later figures may then be compared with it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE passerelle.statistics_release');
    await runner.query('DROP FUNCTION passerelle.guard_statistics_release()');
  }
}

const STATEMENTS = [
  `CREATE TABLE passerelle.statistics_release (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    population varchar(20) NOT NULL CHECK (population IN ('persons', 'aids')),
    period char(7) CHECK (period ~ '^[0-9]{4}-[0-9]{2}$'),
    as_of timestamptz NOT NULL,
    plan_version integer NOT NULL,
    tables varchar(60)[] NOT NULL,
    cells jsonb NOT NULL,
    CHECK ((population = 'aids') = (period IS NOT NULL))
  )`,
  'CREATE INDEX statistics_release_population ON passerelle.statistics_release (population, period, id)',
  // What was handed out was handed out.
  `CREATE FUNCTION passerelle.guard_statistics_release() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'releases of statistics are only added' USING ERRCODE = 'restrict_violation';
   END $$`,
  `CREATE TRIGGER statistics_release_guard BEFORE UPDATE OR DELETE ON passerelle.statistics_release
   FOR EACH ROW EXECUTE FUNCTION passerelle.guard_statistics_release()`,
  `COMMENT ON TABLE passerelle.statistics_release IS 'Tables of figures that were handed out, cell by cell; null: hidden. The hidden number is kept nowhere.'`,
];
