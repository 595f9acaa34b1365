import { restrictPersons } from '../../../libs/store/src/index.js';
import type { SubjectSummary } from '#libs/services';
import { ReportedStore } from './reported-store.js';

let reported: ReportedStore;
beforeAll(async () => {
  reported = await ReportedStore.open();
}, 120_000);
afterAll(() => reported.close());

const shown = async (named = reported.ids[0] ?? ''): Promise<SubjectSummary> => {
  const { code, stdout } = await reported.say('show', named, '--json');
  expect(code).toBe(0);
  return JSON.parse(stdout) as SubjectSummary;
};

describe('subject show', () => {
  test('counts what the store holds, and tells why the records are one', async () => {
    const summary = await shown();
    expect(summary.records.map(({ id }) => id).sort()).toEqual([...reported.ids].sort());
    const [acts] = await reported.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM passerelle.professional_act WHERE person_id = ANY ($1::uuid[])',
      [reported.ids],
    );
    expect(Object.values(summary.acts).reduce((sum, n) => sum + n, 0)).toBe(acts?.n);
    expect(summary.joins.map(({ rule }) => rule)).toContain('link.certain');
    expect(summary.reads['data_protection']).toBeGreaterThan(0);
    const cases = await reported.rows<{ id: string }>(
      'SELECT DISTINCT case_id::text AS id FROM passerelle.case_member WHERE person_id = ANY ($1::uuid[]) ORDER BY 1',
      [reported.ids],
    );
    expect(summary.cases.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
  });

  test('holds no value of identity or address, in words too', async () => {
    const { stdout: json } = await reported.say('show', reported.ids[0] ?? '', '--json');
    const { stdout: text } = await reported.say('show', reported.ids[0] ?? '', '--lang', 'fr');
    const keys = (await reported.rows<{ key: string }>('SELECT source_key AS key FROM passerelle.source_person')).map(
      ({ key }) => key,
    );
    const tokens = [...(await reported.tokens('own')), ...(await reported.tokens('others'))];
    for (const token of tokens) if (!keys.includes(token)) expect(json + text).not.toContain(token);
    expect(text).toContain('Dernier contact');
  });

  test('a restriction is told to the officer and to the person', async () => {
    await reported.store.installation.engine.database.transaction((client) =>
      restrictPersons(client, [reported.ids[0] ?? ''], null),
    );
    expect((await shown(reported.ids[1])).state).toBe('restricted');
    const { report } = await reported.export('restricted');
    expect(report.standing[0]).toContain('mises de côté');
    expect(report.records.length).toBe(reported.ids.length);
  });

  test('somebody whom nobody knows is not told from somebody else', async () => {
    const { code, stderr } = await reported.say('show', '00000000-0000-4000-8000-000000000000');
    expect([code, stderr.includes('person.unknown')]).toEqual([1, true]);
  });

  test('of somebody who was erased, that is all that is left to tell, and no report can be made', async () => {
    expect((await reported.say('erase', reported.ids[0] ?? '')).code).toBe(0);
    const summary = await shown();
    expect(summary).toMatchObject({ state: 'erased', withheld: [{ kind: 'erased' }], records: [], acts: {}, aids: {} });
    const folder = reported.folder('erased');
    const { code, stderr } = await reported.say('export', reported.ids[0] ?? '', '--out', folder);
    expect([code, stderr.includes('subject-report.nothing-held')]).toEqual([1, true]);
  });
});
