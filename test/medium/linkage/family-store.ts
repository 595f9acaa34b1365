import { createHash } from 'node:crypto';
import type { HumanVerdict, LinkableRecord, LinkagePlan } from '#libs/linkage';
import { prepare } from '#libs/linkage';
import { noteVerdict, revokeVerdict } from '#libs/store';
import { Installation } from '../../support/import-harness.js';
import { link } from '../../support/link-harness.js';

/** A source person written by hand; `system` 1 to 3. */
export interface Relative {
  readonly key: string;
  readonly system: number;
  readonly household: string;
  readonly givenNames: string;
  readonly surname: string;
  readonly birthDate: string;
  readonly sex: 'woman' | 'man';
}

const ADDRESS = { addressLine: '14 rue des Envierges', postcode: '75020', town: 'Paris' } as const;

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Keyed ids are spread evenly; so are these. */
const uuid = (text: string): string =>
  hash(text)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
export const idOf = (key: string): string => uuid(`person ${key}`);
const caseOf = ({ system, household }: Relative): string => uuid(`case ${String(system)} ${household}`);

/** Persons and households in a real store, put there row by row as an import would leave them. */
export class FamilyStore {
  private readonly relatives = new Map<string, Relative>();
  private readonly verdicts = new Map<string, HumanVerdict>();

  private constructor(readonly installation: Installation) {}

  static async open(): Promise<FamilyStore> {
    const store = new FamilyStore(await Installation.open());
    await store.clear();
    return store;
  }

  /** Empties the store down to one site and three systems. */
  async clear(): Promise<void> {
    const { installation } = this;
    this.relatives.clear();
    this.verdicts.clear();
    await installation.clear();
    await installation.rows(`INSERT INTO passerelle.site (id, code) OVERRIDING SYSTEM VALUE VALUES (1, 'psa-07')`);
    await installation.rows(
      `INSERT INTO passerelle.source_system (id, code) OVERRIDING SYSTEM VALUE VALUES (1, 'coordin'), (2, '4d'), (3, 'tipi')`,
    );
    await installation.rows(
      `INSERT INTO passerelle.source_table (id, system_id, name, entity) OVERRIDING SYSTEM VALUE
       VALUES (1, 1, 'persons', 'person'), (2, 2, 'persons', 'person'), (3, 3, 'persons', 'person')`,
    );
  }

  /** Adds source persons, or changes those that are there, household included. */
  async put(...relatives: readonly Relative[]): Promise<void> {
    for (const relative of relatives) {
      const { key, system, givenNames, surname, birthDate, sex } = relative;
      await this.installation.rows(
        `INSERT INTO passerelle.source_person
           (id, site_id, table_id, source_key, given_names, birth_name, birth_date, birth_precision, birth_century_known, sex,
            address_line, postcode, town, row_hash, file_id, record_no, byte_offset, byte_length, first_run, last_run)
         VALUES ($1, 1, $2, $3, $4, $5, $6, 'day', true, $7, $8, $9, $10, $11, 1, 1, 0, 10, 1, 1)
         ON CONFLICT (id) DO UPDATE SET given_names = excluded.given_names, birth_name = excluded.birth_name,
           birth_date = excluded.birth_date, sex = excluded.sex, row_hash = excluded.row_hash`,
        [
          ...[idOf(key), system, key, givenNames, surname, birthDate, sex],
          ...[ADDRESS.addressLine, ADDRESS.postcode, ADDRESS.town],
          hash(JSON.stringify([givenNames, surname, birthDate, sex]))
            .readBigInt64LE()
            .toString(),
        ],
      );
      await this.installation.rows(
        `INSERT INTO passerelle.case_member (person_id, case_id) VALUES ($1, $2)
         ON CONFLICT (person_id) DO UPDATE SET case_id = excluded.case_id`,
        [idOf(key), caseOf(relative)],
      );
      this.relatives.set(key, relative);
    }
  }

  async remove(key: string): Promise<void> {
    await this.installation.rows('DELETE FROM passerelle.case_member WHERE person_id = $1', [idOf(key)]);
    await this.installation.rows('DELETE FROM passerelle.source_person WHERE id = $1', [idOf(key)]);
    this.relatives.delete(key);
  }

  has(key: string): boolean {
    return this.relatives.has(key);
  }

  /** Takes a standing decision back with `null`. */
  async decide(one: string, other: string, verdict: HumanVerdict['verdict'] | null): Promise<void> {
    const [left = '', right = ''] = [idOf(one), idOf(other)].sort();
    const { database } = this.installation.engine;
    await database.transaction(async (client) => {
      if (verdict === null) await revokeVerdict(client, [left, right], 'A. Reviewer');
      else await noteVerdict(client, { pair: [left, right], verdict, decidedBy: 'A. Reviewer', reason: 'seen' });
    });
    if (verdict === null) this.verdicts.delete(`${left} ${right}`);
    else this.verdicts.set(`${left} ${right}`, { left, right, verdict });
  }

  async link(full = false): Promise<void> {
    await link(this.installation, { full });
  }

  /** The same persons for `linkRecords`, and what people said. */
  records(plan: LinkagePlan): {
    readonly records: readonly LinkableRecord[];
    readonly verdicts: readonly HumanVerdict[];
  } {
    const records = [...this.relatives.values()].map((relative): LinkableRecord => {
      const { key, system, givenNames, surname, birthDate, sex } = relative;
      const values = { ...ADDRESS, givenNames, birthName: surname, birthDate, sex };
      return {
        id: idOf(key),
        source: String(system),
        household: caseOf(relative),
        prepared: prepare(plan, { ...values, birthPrecision: 'day', birthCenturyKnown: 'true' }),
      };
    });
    return { records, verdicts: [...this.verdicts.values()] };
  }

  /** `decision rule` of every pair in the store, and who is one person, by keys. */
  async linked(): Promise<{ readonly pairs: readonly string[]; readonly persons: readonly (readonly string[])[] }> {
    const pairs = await this.installation.rows<{ line: string }>(
      `SELECT concat_ws(' ', left_id, right_id, decision, rule) AS line FROM passerelle.link_edge ORDER BY 1`,
    );
    const persons = await this.installation.rows<{ members: string[] }>(
      `SELECT array_agg(source_person_id::text ORDER BY source_person_id::text) AS members
       FROM passerelle.person_cluster GROUP BY person_id ORDER BY 1`,
    );
    return { pairs: pairs.map(({ line }) => line), persons: persons.map(({ members }) => members) };
  }

  close(): Promise<void> {
    return this.installation.close();
  }
}
