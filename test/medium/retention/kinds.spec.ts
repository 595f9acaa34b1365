import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PERSON, RightsWorld } from '../rights/rights-world.js';
import { expired, retain } from './retention-world.js';

const [ANNOUNCED, OVER] = ['2029-06-01', '2029-07-15'] as const;

let world: RightsWorld;
beforeAll(async () => {
  world = await RightsWorld.open();
  await world.load(0);
  await world.link();
}, 60_000);
afterAll(() => world.close());

const count = async (from: string): Promise<number> =>
  (await world.installation.rows<{ n: number }>(`SELECT count(*)::int AS n FROM passerelle.${from}`))[0]!.n;
const stale = (): Promise<object[]> =>
  world.installation.rows(`SELECT relname FROM pg_class WHERE relname IN ('seen_99999', 'scored_99999')`);

test('what other kinds of data are kept for has its day too, and what the law keeps longer stays', async () => {
  const home = join(world.installation.environment['PASSERELLE_HOME'] ?? '', 'handed-out');
  await mkdir(home, { recursive: true });
  for (const [name, day] of [
    ['subject-report.fr.json', '2026-01-01'],
    ['subject-report.en.html', '2029-05-31'],
    ['notes.txt', '2026-01-01'],
  ] as const) {
    await writeFile(join(home, name), 'x');
    await utimes(join(home, name), new Date(day), new Date(day));
  }
  await world.installation.rows(
    `INSERT INTO passerelle.accounting_line (nature, paid_on, paid_cents)
     VALUES ('food', '2016-01-01', 1), ('food', '2025-01-01', 2), ('food', NULL, 3)`,
  );
  await world.installation.rows('CREATE TABLE passerelle.seen_99999 (id uuid)');
  await world.installation.rows('CREATE TABLE passerelle.scored_99999 (id uuid)');
  const runs = await count('import_run');

  const rehearsed = await retain(world, ANNOUNCED, { dryRun: true });
  expect([await count('accounting_line'), (await count('import_chunk')) > 0, (await stale()).length]).toEqual([
    3,
    true,
    2,
  ]);

  const report = await retain(world, ANNOUNCED);
  expect(report.kinds).toEqual(rehearsed.kinds);
  expect(report.kinds).toMatchObject({ aidAccounting: { '*': 1 }, staleTables: { '*': 2 }, subjectReport: { '*': 1 } });
  expect(await stale()).toEqual([]);
  const left = await world.installation.rows(
    'SELECT paid_cents::int AS cents FROM passerelle.accounting_line ORDER BY 1',
  );
  expect(left).toEqual([{ cents: 2 }, { cents: 3 }]);
  // Of a run stays that it was, as the origin of rows.
  expect([await count('import_run'), await count('import_run WHERE sheet IS NOT NULL')]).toEqual([runs, 0]);
  expect([await count('import_chunk'), await count('link_job')]).toEqual([0, 0]);
  expect(await count('link_run WHERE counts IS NOT NULL')).toBe(0);
  expect((await readdir(home)).sort()).toEqual(['notes.txt', 'subject-report.en.html']);
}, 60_000);

test('whoever asked that their data be kept and not used is never deleted by a run, but told of', async () => {
  await world.json('subject', 'restrict', PERSON);
  const report = await retain(world, OVER);
  expect(report.files.restricted).toEqual({ 'psa-07': 1 });
  const restricted = await count(
    `restricted_person AS mark JOIN passerelle.source_person AS person ON person.id = mark.person_id`,
  );
  expect(restricted).toBe(2);
  expect((await expired(world)).length).toBeGreaterThan(10);
}, 60_000);
