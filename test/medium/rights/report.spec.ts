import { missingFrom } from './held-columns.js';
import { ReportedStore } from './reported-store.js';

let reported: ReportedStore;
beforeAll(async () => {
  reported = await ReportedStore.open();
}, 120_000);
afterAll(() => reported.close());

const ADDRESS = ['address_line', 'postcode', 'town', 'address_extra'];
const lentAddress = async (): Promise<readonly string[]> => {
  const rows = await reported.rows<Record<string, string | null>>(
    `SELECT held.address_line, held.postcode, held.town, held.address_extra FROM passerelle.source_case AS held
     JOIN passerelle.case_member AS member ON member.case_id = held.id
     JOIN passerelle.source_person AS person ON person.id = member.person_id
     WHERE person.id = ANY ($1::uuid[]) AND num_nonnulls(person.address_line, person.postcode, person.town) = 0`,
    [reported.ids],
  );
  return rows.flatMap((row) => ADDRESS.flatMap((column) => row[column] ?? []));
};

describe('the report of one member of a household', () => {
  test('holds everything planted in their records, and nothing of anybody else', async () => {
    const { html, json } = await reported.export('whole');
    const own = await reported.tokens('own');
    expect(own.length).toBeGreaterThan(10);
    for (const token of own) expect([token, html.includes(token), json.includes(token)]).toEqual([token, true, true]);
    const lent = await lentAddress();
    const others = (await reported.tokens('others')).filter((token) => !lent.includes(token));
    expect(others.length).toBeGreaterThan(500);
    for (const token of [...others, ...reported.others]) {
      expect([token, html.includes(token), json.includes(token)]).toEqual([token, false, false]);
    }
  });

  test('leaves out where the household lives once the person has an address of their own', async () => {
    const [first] = reported.ids;
    await reported.rows(`UPDATE passerelle.source_person SET address_line = 'Q1own' WHERE id = ANY ($1::uuid[])`, [
      reported.ids,
    ]);
    const { html, json } = await reported.export('own-address');
    const cases = await reported.rows<{ token: string | null }>(
      `SELECT unnest(ARRAY[address_line, postcode, town, address_extra]) AS token FROM passerelle.source_case`,
    );
    for (const { token } of cases) if (token !== null) expect(html + json).not.toContain(token);
    expect([first, html.includes('Q1own')]).toEqual([first, true]);
  });

  test('says nothing of a later contact with somebody else, and the officer sees it', async () => {
    await reported.rows(
      `UPDATE passerelle.professional_act SET occurred_on = '2026-11-11' WHERE person_id = ANY ($1::uuid[])`,
      [reported.others],
    );
    await reported.rows(
      `INSERT INTO passerelle.professional_act SELECT gen_random_uuid(), site_id, table_id, 'Qextra', $2::uuid, kind, '2026-11-11',
         referral_target, unit, source_updated_on, row_hash, file_id, record_no, byte_offset, byte_length, first_run, last_run, absent_run
       FROM passerelle.professional_act WHERE person_id = ANY ($1::uuid[]) LIMIT 1`,
      [reported.ids, reported.others[0]],
    );
    const { html, json } = await reported.export('later-contact');
    for (const word of ['2026-11-11', '11 novembre 2026', '2028-11-11', '11 novembre 2028', 'Qextra']) {
      expect([word, (html + json).includes(word)]).toEqual([word, false]);
    }
    const { stdout } = await reported.say('show', reported.ids[0] ?? '', '--json');
    const { contacts, kept } = JSON.parse(stdout);
    expect(contacts.household).toMatchObject({ name: 'professionalAct.occurredOn', day: '2026-11-11' });
    expect(kept).toContainEqual({ kind: 'socialFile', until: '2028-11-11' });
  });

  test('holds every column that holds something, and a column that nobody handles is found', async () => {
    const { report } = await reported.export('complete');
    expect(await missingFrom(reported, report)).toEqual([]);
    await reported.rows(`ALTER TABLE passerelle.source_person ADD COLUMN religion text DEFAULT 'x'`);
    const missing = await missingFrom(reported, report);
    await reported.rows('ALTER TABLE passerelle.source_person DROP COLUMN religion');
    expect(new Set(missing)).toEqual(new Set(['source_person.religion']));
  });

  test('shows what records say differently, side by side', async () => {
    const [one = '', other = ''] = reported.ids;
    await reported.rows(`UPDATE passerelle.source_person SET marital_status = 'single' WHERE id = $1`, [one]);
    await reported.rows(`UPDATE passerelle.source_person SET marital_status = 'married' WHERE id = $1`, [other]);
    const { report, html } = await reported.export('differing');
    const difference = report.differences.find(({ label }) => label === 'situation familiale');
    expect(difference?.values.map(({ text }) => text)).toEqual(expect.arrayContaining(['célibataire', 'marié(e)']));
    expect(html).toContain('Là où vos enregistrements diffèrent');
    expect(report.joins.length).toBeGreaterThan(0);
    expect(report.joins[0]?.grounds.join()).toContain('date de naissance');
  });

  test('neither script nor markup of a value comes through', async () => {
    const hostile = `</style></td><script>alert("1")</script><img src=x onerror='1'>&amp;\n=1+1`;
    await reported.rows('UPDATE passerelle.source_person SET given_names = $2 WHERE id = $1', [
      reported.ids[0],
      hostile,
    ]);
    const { html, report } = await reported.export('hostile');
    expect(html).not.toMatch(/<script|<img|onerror='1'/);
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(report.records.flatMap(({ values }) => values.map(({ value }) => value))).toContain(hostile);
  });

  test('is in French whatever the console speaks, and in English when asked', async () => {
    const french = await reported.export('french');
    const english = await reported.export('english', '--lang', 'en');
    expect([french.report.lang, english.report.lang]).toEqual(['fr', 'en']);
    expect(french.html).toContain('<h1>Ce que nous conservons à votre sujet</h1>');
    expect(english.html).toContain('<h1>What we hold about you</h1>');
    expect(english.html).not.toMatch(/Vous avez|enregistrement/);
  });
});
