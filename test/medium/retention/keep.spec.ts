import { OTHER, PERSON, PLANTED, RightsWorld } from '../rights/rights-world.js';
import { expired, retain } from './retention-world.js';

const [LATE, LATER, UNTIL, AFTER] = ['2029-06-01', '2029-07-15', '2030-01-31', '2030-02-01'] as const;
const REF = ['--incident', 'TA-2026-481'] as const;

let world: RightsWorld;
beforeAll(async () => {
  world = await RightsWorld.open();
  await world.load(0);
  await world.link();
}, 60_000);
afterAll(() => world.close());

const keep = (person: string): Promise<{ archived: boolean; records: object[] }> =>
  world.json('retention', 'keep', person, '--reason', 'litigation', '--until', UNTIL, ...REF);
const shown = (purpose: string) => world.say('persons', 'show', PERSON, '--purpose', purpose);

test('slips are refused', async () => {
  for (const [words, code, message] of [
    [['keep', PERSON, '--reason', 'litigation', '--until', '2020-01-01', ...REF], 2, 'retention.until'],
    [['keep', PERSON, '--reason', 'spite', '--until', UNTIL, ...REF], 2, '--reason'],
    [['keep', PERSON, '--reason', 'debt', '--until', UNTIL], 2, '--incident'],
    [['release', OTHER, ...REF], 4, 'retention.not-kept'],
    [['contact', PERSON, '--on', '2050-01-01', ...REF], 2, 'retention.day'],
    [['run', '--as-of', '2050-01-01'], 2, 'retention.as-of'],
  ] as const) {
    const ending = await world.say('retention', ...words);
    expect([words, ending.code, ending.stderr.includes(message)]).toEqual([words, code, true]);
  }
}, 60_000);

test('whoever is kept stays, out of active use, until the day; then goes like everybody', async () => {
  expect(await keep(PERSON)).toMatchObject({ archived: false, records: [{}, {}] });
  expect((await shown('case_support')).stdout).toContain('Zyxomma');
  await retain(world, LATE);
  const report = await retain(world, LATER);
  expect([report.files.kept, report.files.waiting]).toEqual([{ 'psa-07': 1 }, {}]);
  expect(await world.held()).toEqual([...PLANTED]);
  expect((await world.installation.rows('SELECT FROM passerelle.source_person')).length).toBe(2);
  expect((await shown('case_support')).stdout).not.toContain('Zyxomma');
  expect((await shown('data_protection')).stdout).toContain('Zyxomma');
  const { state } = await world.json<{ state: string }>('subject', 'show', PERSON);
  expect(state).toBe('archived');
  // A contact brings the file back into use.
  await world.installation.rows(
    `INSERT INTO passerelle.noted_contact (person_id, day, at, incident)
     SELECT person_id, '2029-05-01', now(), 'T-1' FROM passerelle.retention_hold`,
  );
  await retain(world, '2029-07-16');
  expect((await shown('case_support')).stdout).toContain('Zyxomma');
  await world.installation.rows('DELETE FROM passerelle.noted_contact');
  await retain(world, '2029-07-17');
  expect((await shown('case_support')).stdout).not.toContain('Zyxomma');
  await retain(world, UNTIL);
  expect(await world.held()).toEqual([...PLANTED]);
  // A rehearsal of the end of the justification, and then the day itself.
  expect(await world.json('retention', 'release', PERSON, ...REF, '--dry-run')).toMatchObject({ changed: 2 });
  await retain(world, AFTER);
  expect(await world.held()).toEqual([]);
  expect((await world.say('audit', 'list', '--incident', 'TA-2026-481', '--json')).stdout).toContain('retention.keep');
}, 120_000);

test('persons without a date are left to somebody, who can note the last contact', async () => {
  await world.close();
  world = await RightsWorld.open();
  await world.load(0);
  await world.link();
  for (const [table, columns] of [
    ['professional_act', ['occurred_on']],
    ['aid', ['requested_on', 'decided_on']],
    ['aid_decision', ['decided_on']],
    ['aid_payment', ['paid_on']],
    ['source_case', ['opened_on']],
    ['source_person', ['source_updated_on']],
  ] as const) {
    await world.installation.rows(
      `UPDATE passerelle.${table} SET ${columns.map((name) => `${name} = NULL`).join(', ')}`,
    );
  }
  const { code, stdout } = await world.say('retention', 'run', '--json');
  const { files } = JSON.parse(stdout) as { files: { undated: Record<string, number>; purged: object } };
  expect([code, files.undated['psa-07']! > 5, files.purged]).toEqual([3, true, {}]);
  expect(await expired(world)).toEqual([]);
  const list = await world.say('retention', 'due', '--undated', '--json');
  expect([list.code, list.stdout.includes('Zyxomma'), list.stdout.includes('C0000001')]).toEqual([3, false, true]);
  await world.json('retention', 'contact', PERSON, '--on', '2020-01-15', ...REF);
  const after = await world.say('retention', 'due', '--undated', '--json');
  expect([after.stdout.includes('C0000001'), after.stdout.includes('C0000002')]).toEqual([false, false]);
  // The household is followed as one, so that it has a date too.
  const ahead = await world.say('retention', 'due', '--json');
  expect(ahead.stdout).toContain('"month":"over"');
}, 60_000);
