import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The gateway looks for persons by their birth date, whether linkage has seen them yet or not. */
export class Search1700000000012 implements MigrationInterface {
  name = 'Search1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX source_person_birth_date ON passerelle.source_person (birth_date)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX passerelle.source_person_birth_date');
  }
}
