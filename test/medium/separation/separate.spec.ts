import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BalanceSheet } from '../../../apps/migrator/src/imports/balance-sheet.js';
import { SeparationWorld, tokensOf } from './separation-world.js';

const countsOf = (sheets: readonly BalanceSheet[], table: string) => {
  const counts = sheets.flatMap(({ files }) => files.flatMap(({ tables }) => tables[table] ?? []))[0];
  if (counts === undefined) throw new Error(`no table ${table}`);
  return counts;
};
const closes = (sheets: readonly BalanceSheet[]): boolean =>
  sheets.every(({ status, files }) =>
    files.every(({ tables }) =>
      Object.values(tables).every(
        (one) =>
          status === 'done' && one.read === one.created + one.updated + one.unchanged + one.quarantined + one.withheld,
      ),
    ),
  );

let world: SeparationWorld;
beforeAll(async () => {
  world = await SeparationWorld.open();
  await world.load(0);
  await world.link();
}, 120_000);
afterAll(() => world.close());

test('a dry run shows what it would do, keeps nothing and makes no key', async () => {
  const before = await world.together();
  const { code, stdout } = await world.separate('--dry-run', '--json');
  expect([code, JSON.parse(stdout)]).toEqual([
    3,
    expect.objectContaining({ dryRun: true, told: ['address_line', 'town', 'site', 'unit'] }),
  ]);
  expect(await world.together()).toEqual(before);
  expect(await world.held()).toEqual([]);
  expect(await world.rows('SELECT FROM passerelle.separation')).toEqual([]);
});

test('takes person and child out of the case, and closes what tells where they are', async () => {
  const [household] = await world.together();
  const { code, stdout, stderr } = await world.separate('--json');
  expect([code, stderr]).toEqual([3, '']);
  for (const token of tokensOf(world.hideout)) expect(stdout).not.toContain(token);
  const view = JSON.parse(stdout) as { formerCases: string[]; records: { sourceId: string }[]; remaining: number };
  expect(view.formerCases).toContain(household);
  expect(await world.together()).toEqual(['-', '-', household]);
  const plain = await world.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM passerelle.source_person WHERE sealed IS NOT NULL
       AND num_nonnulls(address_line, postcode, town) > 0`,
  );
  expect(plain).toEqual([{ n: 0 }]);
  expect(await world.held()).toEqual([]);
  expect((await world.say('audit', 'verify')).code).toBe(0);
});

test('an entry for each protected person; the one of the case names nobody and nothing', async () => {
  const entries = await world.rows<{ subject: string | null; fields: string[]; detail: string[] }>(
    `SELECT subject_id::text AS subject, fields, detail FROM passerelle.audit_entry WHERE action = 'subject.separate'`,
  );
  expect(entries.filter(({ subject }) => subject !== null).length).toBeGreaterThanOrEqual(2);
  const ofCases = entries.filter(({ subject }) => subject === null);
  expect(ofCases.length).toBeGreaterThan(0);
  for (const { fields, detail } of entries) expect([fields, detail]).toEqual([[], []]);
});

test('the same export again changes nothing: rows that were closed compare as they did', async () => {
  const before = await world.installation.digest();
  const sheets = await world.load(0);
  expect(sheets.every(({ files }) => files.every(({ status }) => status === 'already-imported'))).toBe(true);
  await world.rows(`UPDATE passerelle.import_file SET sha256 = repeat('0', 64)`);
  const again = await world.load(0);
  for (const table of ['USAGERS', 'INTERVENTIONS', 'DOSSIERS']) {
    const { read, unchanged, quarantined } = countsOf(again, table);
    expect([table, unchanged + quarantined]).toEqual([table, read]);
  }
  expect((await world.installation.digest())['source_person']).toBe(before['source_person']);
});

test('an export that still shows them together lands closed, and joins nobody; the sheets close', async () => {
  const [, , household] = await world.together();
  const sheets = await world.load(1);
  expect([closes(sheets), countsOf(sheets, 'USAGERS').updated > 0]).toEqual([true, true]);
  expect(await world.held()).toEqual([]);
  expect(await world.together()).toEqual(['-', '-', household]);
  const again = await world.load(2);
  expect(closes(again)).toBe(true);
  expect(await world.held()).toEqual([]);
  expect(await world.together()).toEqual(['-', '-', household]);
});

test('the protected address is released for a purpose that names it, and entered before; for no other', async () => {
  const show = (purpose: string) => world.say('persons', 'show', world.person, '--purpose', purpose, '--json');
  const support = await show('case_support');
  expect([support.code, support.stdout.includes(world.hideout.givenStreet)]).toEqual([0, true]);
  expect(support.stdout).toContain(world.hideout.street);
  const [entry] = await world.rows<{ fields: string[] }>(
    `SELECT fields FROM passerelle.audit_entry WHERE action = 'persons.show' AND purpose = 'case_support' ORDER BY seq DESC LIMIT 1`,
  );
  expect(entry?.fields).toContain('addressLine');
  for (const purpose of ['aid_instruction', 'housing_orientation', 'migration', 'link_review']) {
    const shown = await show(purpose);
    expect([purpose, shown.code]).toEqual([purpose, 0]);
    for (const token of tokensOf(world.hideout)) expect(shown.stdout).not.toContain(token);
  }
});

test('nobody else’s report, and no list, holds a byte or a trace of it', async () => {
  const answers = [
    await world.say('subject', 'show', world.other, '--json'),
    await world.say('persons', 'show', world.other, '--purpose', 'data_protection', '--json'),
    await world.say('links', '--json'),
    await world.say('review', 'list', '--json'),
    await world.say('review', 'decisions', '--json'),
    await world.say('quarantine', 'list', '--json'),
    await world.say('runs', '--json'),
    await world.say('subject', 'residues', '--incident', 'SEP-2026-004', '--json'),
  ];
  for (const { stdout, stderr } of answers) {
    for (const token of tokensOf(world.hideout)) expect(stdout + stderr).not.toContain(token);
  }
  const folder = join(world.installation.folder, 'report-of-another');
  expect((await world.say('subject', 'export', world.other, '--out', folder)).code).toBe(0);
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8');
    expect(text).not.toMatch(/sépar(?:é|ation d)/);
    for (const token of tokensOf(world.hideout)) expect(text).not.toContain(token);
  }
  expect(answers[0]?.stdout).not.toContain('SEP-2026-004');
  expect(JSON.parse(answers[0]?.stdout ?? '')).toMatchObject({ separated: [] });
  const own = await world.say('subject', 'show', world.person, '--json');
  expect(JSON.parse(own.stdout)).toMatchObject({ separated: [{ incident: 'SEP-2026-004' }] });
});

test('no link run, replay or rollback joins them or shows anything', async () => {
  await world.installation.replay();
  await world.link();
  const apart = await world.rows(
    `SELECT FROM passerelle.link_edge AS edge JOIN passerelle.separated_pair AS pair USING (left_id, right_id)
     WHERE edge.decision <> 'apart'`,
  );
  expect(apart).toEqual([]);
  const features = await world.rows<{ features: string }>(
    `SELECT features FROM passerelle.link_person JOIN passerelle.separated_person USING (person_id)`,
  );
  for (const { features: text } of features) {
    for (const token of tokensOf(world.hideout)) expect(text.toLowerCase()).not.toContain(token.toLowerCase());
  }
  const [, , household] = await world.together();
  const runs = await world.rows<{ id: number }>(
    `SELECT id FROM passerelle.import_run WHERE status = 'done' AND kind = 'import' ORDER BY id DESC LIMIT 4`,
  );
  for (const { id } of runs) {
    await world.installation.rollback(`R${String(id)}`);
    expect(await world.held()).toEqual([]);
    expect((await world.together()).slice(0, 2)).toEqual(['-', '-']);
  }
  expect((await world.together())[2]).toBe(household);
});

test('the report of residues names what to clean, by key and file, and no value', async () => {
  const { code, stdout } = await world.say('subject', 'residues', world.person, '--json');
  const report = JSON.parse(stdout) as {
    remaining: number;
    residues: { standTogether: { sourceId: string }[]; exportFiles: string[] };
  };
  expect(code).toBe(3);
  expect(report.residues.standTogether.map(({ sourceId }) => sourceId)).toContain(world.person.split('/')[2]);
  expect(report.residues.exportFiles.length).toBeGreaterThan(0);
  const unknown = await world.say('subject', 'residues', '--incident', 'SEP-0000');
  expect([unknown.code, unknown.stderr.includes('separation.none')]).toEqual([1, true]);
});

test('an erasure of the protected person leaves nothing that was closed', async () => {
  expect((await world.say('subject', 'erase', world.person)).code).toBe(0);
  const id = await world.idOf(world.person);
  expect(id).toBe('');
  const left = await world.rows(
    `SELECT FROM passerelle.separated_place AS place JOIN passerelle.withheld_person USING (person_id)
     UNION ALL SELECT FROM passerelle.separated_person AS own JOIN passerelle.withheld_person USING (person_id)`,
  );
  expect(left).toEqual([]);
  expect((await world.say('runs')).code).toBe(0);
});
