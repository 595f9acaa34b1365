import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SubjectReport } from '#libs/services';
import type { Ending } from '../../support/spawn-cli.js';
import { LinkedStore } from '../linkage/linked-store.js';

/** Columns that get a token of their own on every row of a table: nobody else's data hold it. */
const PLANTED: Readonly<Record<string, readonly string[]>> = {
  source_case: ['source_key', 'address_line', 'postcode', 'town', 'address_extra'],
  source_person: ['source_key', 'usage_name', 'birth_name', 'given_names', 'address_line', 'postcode', 'town'],
  professional_act: ['source_key', 'unit'],
  aid: ['source_key'],
};
/** Ten characters at most, which is what a postcode holds. */
const token = (table: string, column: string): string => `'Q' || substr(md5(id::text || '${table}.${column}'), 1, 9)`;

/** A linked store in which every row has tokens of its own, and one person with a household, acts and paid aids. */
export class ReportedStore {
  private constructor(
    readonly store: LinkedStore,
    /** Source persons of the person whose report is made. */
    readonly ids: readonly string[],
    /** Source persons of the others in the same households. */
    readonly others: readonly string[],
  ) {}

  static async open(): Promise<ReportedStore> {
    const store = await LinkedStore.open(60, 31_755);
    const rows = <T extends object>(text: string, values: unknown[] = []) => store.installation.rows<T>(text, values);
    for (const [table, columns] of Object.entries(PLANTED)) {
      // What is absent stays so.
      const set = columns.map((column) => `${column} = left(${column}, 0) || ${token(table, column)}`);
      await rows(`UPDATE passerelle.${table} SET ${set.join(', ')}`);
    }
    const [found] = await rows<{ ids: string[]; others: string[] }>(`
      SELECT array_agg(DISTINCT own.source_person_id::text) AS ids, array_agg(DISTINCT other.person_id::text) AS others
      FROM passerelle.person_cluster AS own
      JOIN passerelle.case_member AS member ON member.person_id = own.source_person_id
      JOIN passerelle.case_member AS other ON other.case_id = member.case_id
      WHERE NOT EXISTS (SELECT FROM passerelle.person_cluster AS same
        WHERE same.source_person_id = other.person_id AND same.person_id = own.person_id)
      GROUP BY own.person_id
      HAVING bool_or(EXISTS (SELECT FROM passerelle.aid JOIN passerelle.aid_payment ON aid_id = aid.id
               WHERE aid.person_id = own.source_person_id))
         AND bool_or(EXISTS (SELECT FROM passerelle.professional_act WHERE person_id = own.source_person_id))
         AND count(DISTINCT own.source_person_id) >= 2
      ORDER BY own.person_id LIMIT 1`);
    return new ReportedStore(store, found?.ids ?? [], found?.others ?? []);
  }

  rows<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.store.installation.rows<T>(text, values);
  }

  /** A folder for a report that nobody has made yet. */
  folder(name: string): string {
    return join(this.store.installation.folder, name);
  }

  /** `passerelle subject …` on this store. */
  say(...words: readonly string[]): Promise<Ending> {
    return this.store.say('subject', ...words);
  }

  /** The person's report as files hold it. */
  async export(
    name: string,
    ...more: readonly string[]
  ): Promise<{ html: string; json: string; report: SubjectReport }> {
    const folder = this.folder(name);
    const { code, stderr } = await this.say('export', this.ids[0] ?? '', '--out', folder, ...more);
    expect([code, stderr]).toEqual([0, '']);
    const lang = more.includes('en') ? 'en' : 'fr';
    const html = await readFile(join(folder, `subject-report.${lang}.html`), 'utf8');
    const json = await readFile(join(folder, `subject-report.${lang}.json`), 'utf8');
    return { html, json, report: JSON.parse(json) as SubjectReport };
  }

  /** Every planted token of the rows of some source persons, or of all others; keys of cases are nobody's own. */
  async tokens(whose: 'own' | 'others'): Promise<readonly string[]> {
    const found: string[] = [];
    for (const [table, columns] of Object.entries(PLANTED)) {
      const person = { source_case: null, source_person: 'id' }[table];
      const own = person === null ? 'false' : `${person ?? 'person_id'} = ANY ($1::uuid[])`;
      const condition = whose === 'own' ? own : `NOT (${own})`;
      const texts = await this.rows<{ token: string | null }>(
        `SELECT unnest(ARRAY[${columns.map((column) => `${column}::text`).join(', ')}]) AS token
         FROM passerelle.${table} WHERE ${condition} AND ($1::uuid[] IS NOT NULL)`,
        [this.ids],
      );
      found.push(...texts.flatMap(({ token: text }) => text ?? []));
    }
    return found;
  }

  close(): Promise<void> {
    return this.store.close();
  }
}
