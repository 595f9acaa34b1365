import { createHash } from 'node:crypto';
import type { TestDatabase } from '../../../../../test/support/database.js';
import type { Client, Database } from '../../connection/database.js';
import { openMigratedStore } from '../../connection/testing/migrated-store.js';
import { toCode } from '../blocking-code.js';
import { findStalePersons, FIRST_ID, LAST_ID, writeFeatures } from '../../repositories/linkage-feature.repository.js';

export const INPUTS = ['givenNames', 'birthName', 'birthDate', 'addressLine'] as const;
export const FINGERPRINT = 'f'.repeat(64);

/** A source person's id that is easy to read in a failure: the number, at both ends. */
export const personId = (number: number): string => {
  const hex = number.toString(16);
  return `${hex.padStart(8, '0')}-0000-4000-8000-${hex.padStart(12, '0')}`;
};

export interface TestPerson {
  readonly number: number;
  /** 1 to 3. */
  readonly system?: number;
  readonly givenNames?: string;
  readonly birthName?: string;
  readonly addressLine?: string;
  readonly rowHash?: number;
}

/** A migrated store with one site and three systems, to which persons are added by hand. */
export class LinkStore {
  private constructor(
    private readonly test: TestDatabase,
    readonly database: Database,
  ) {}

  static async open(): Promise<LinkStore> {
    const { test, database } = await openMigratedStore();
    await database.query(`INSERT INTO passerelle.site (code) VALUES ('psa-07')`);
    await database.query(`INSERT INTO passerelle.source_system (code) VALUES ('coordin'), ('4d'), ('tipi')`);
    await database.query(`
      INSERT INTO passerelle.source_table (system_id, name, entity)
      SELECT id, 'persons', 'person' FROM passerelle.source_system ORDER BY id`);
    return new LinkStore(test, database);
  }

  /** The code of a blocking key's text. */
  code(keyNo: number, text: string): number {
    return toCode(keyNo, createHash('sha256').update(text).digest().readBigInt64LE());
  }

  async add(...persons: readonly TestPerson[]): Promise<void> {
    for (const { number, system = 1, givenNames, birthName, addressLine, rowHash = number } of persons) {
      await this.database.query(
        `INSERT INTO passerelle.source_person
           (id, site_id, table_id, source_key, given_names, birth_name, birth_date, address_line, row_hash,
            file_id, record_no, byte_offset, byte_length, first_run, last_run)
         VALUES ($1, 1, $2, $3, $4, $5, '1990-03-04', $6, $7, 1, 1, 0, 10, 1, 1)
         ON CONFLICT (id) DO UPDATE SET given_names = excluded.given_names, birth_name = excluded.birth_name,
           address_line = excluded.address_line, row_hash = excluded.row_hash`,
        [personId(number), system, `K${number}`, givenNames ?? null, birthName ?? null, addressLine ?? null, rowHash],
      );
    }
  }

  async remove(...numbers: readonly number[]): Promise<void> {
    await this.database.query('DELETE FROM passerelle.source_person WHERE id = ANY ($1::uuid[])', [
      numbers.map(personId),
    ]);
  }

  /** Prepares whoever is stale, with a blocking key for the birth name and one for the given names. @returns how many */
  async prepare(mode: 'one-by-one' | 'all' = 'one-by-one'): Promise<number> {
    return this.transaction(async (client) => {
      const page = { inputs: INPUTS, fingerprint: FINGERPRINT, after: FIRST_ID, upTo: LAST_ID, limit: 10_000 };
      const stale = await findStalePersons(client, page);
      const rows = stale.map(({ values, ...person }) => {
        const texts = [values['birthName'], values['givenNames']];
        const codes = texts.flatMap((text, keyNo) => (text == null ? [] : [this.code(keyNo, text)]));
        return { ...person, codes, features: INPUTS.map((input) => values[input] ?? '').join('\t') };
      });
      await writeFeatures(client, rows, mode);
      return rows.length;
    });
  }

  transaction<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }

  session<T>(work: (client: Client) => Promise<T>): Promise<T> {
    return this.database.session(work);
  }

  /** Empties everything but the registry. */
  async clear(): Promise<void> {
    await this.database.query(
      `TRUNCATE passerelle.source_person, passerelle.source_case, passerelle.case_member, passerelle.link_person,
         passerelle.link_key, passerelle.link_large_block, passerelle.link_touched, passerelle.link_edge,
         passerelle.link_verdict, passerelle.person_cluster, passerelle.link_model, passerelle.link_run CASCADE`,
    );
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.test.drop();
  }
}
