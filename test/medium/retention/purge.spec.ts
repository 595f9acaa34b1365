import { COORDIN, PERSON, PLANTED, RightsWorld, withheldIn } from '../rights/rights-world.js';
import { daysAfter, expired, retain } from './retention-world.js';

/** When the period of the planted person is over, by the contacts of the household. */
const dueOn = async (world: RightsWorld): Promise<string> => {
  const { dueOn: day } = await world.json<{ dueOn: string }>(
    ...(['retention', 'contact', PERSON, '--on', '1990-01-01', '--incident', 'TEST-1', '--dry-run'] as const),
  );
  return day;
};

/** What the store holds of persons. */
const stored = async (world: RightsWorld): Promise<string[]> =>
  (await world.dump())
    .split('\n')
    .filter((line) => /^passerelle\.(source_|case_|professional_|aid|link_|person_)/.test(line))
    .sort();

describe('a file whose period is over', () => {
  let world: RightsWorld;
  let due: string;
  beforeAll(async () => {
    world = await RightsWorld.open();
    await world.load(0);
    await world.link();
    due = await dueOn(world);
    await world.load(1);
    await world.link();
  }, 120_000);
  afterAll(() => world.close());

  test('a re-import, also of changed rows, never moves the day on which it is over', async () => {
    const runs = await world.installation.rows<{ n: number }>('SELECT count(*)::int AS n FROM passerelle.import_undo');
    expect(runs[0]!.n).toBeGreaterThan(0);
    expect(await dueOn(world)).toBe(due);
  });

  test('a dry run changes nothing; the first run announces and deletes nobody', async () => {
    const before = await stored(world);
    const dry = await retain(world, daysAfter(due, -10), { dryRun: true });
    expect(dry.files.announced['psa-07']).toBeGreaterThan(0);
    expect(await stored(world)).toEqual(before);
    const first = await retain(world, daysAfter(due, -10));
    expect(first.files).toEqual({ ...dry.files });
    expect(await stored(world)).toEqual(before);
    expect(await world.held()).toEqual([...PLANTED]);
  });

  test('is there until its last day, and until it was announced long enough', async () => {
    expect((await retain(world, due)).files.purged).toEqual({});
    const early = await retain(world, daysAfter(due, 1));
    expect(await world.held()).toEqual([...PLANTED]);
    expect(early.files.waiting['psa-07']).toBeGreaterThan(0);
  });

  test('then is in no table and no file of the home; whoever is not due has not lost a byte', async () => {
    const owners = await stored(world);
    const report = await retain(world, daysAfter(due, 20));
    expect(report.files.purged['psa-07']).toBeGreaterThan(0);
    expect(await world.held()).toEqual([]);
    const gone = await expired(world);
    expect(gone.length).toBe(report.files.records);
    const kept = await world.others(gone);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter((line) => !owners.includes(line)).filter((line) => !/source_case /.test(line))).toEqual([]);
    const left = await world.installation.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM passerelle.source_person WHERE source_key = $1`,
      [COORDIN],
    );
    expect(left).toEqual([{ n: 0 }]);
    const lines = (await world.dump()).split('\n').filter((line) => gone.some((id) => line.includes(id)));
    for (const line of lines) expect(line).toMatch(/^passerelle\.(withheld_person|audit_entry|import_chunk) /);
    expect(report.files.accountingLines).toBeGreaterThan(0);
    expect((await world.say('audit', 'verify')).code).toBe(0);
  });

  test('is withheld by every later night, and the sheets close', async () => {
    const sheets = await world.load(2);
    expect(withheldIn(sheets)).toBeGreaterThan(5);
    await world.link();
    expect(await world.held()).toEqual([]);
    expect((await retain(world, daysAfter(due, 21))).files.purged).toEqual({});
  });

  test('no replay brings it back; no run can be taken back whose copies had their time', async () => {
    await world.installation.replay();
    await expect(world.installation.rollback('R6')).rejects.toMatchObject({ code: 'run.copies-gone' });
    expect(await world.held()).toEqual([]);
  });

  test('nor does an empty store that is filled from the first night on: the home knows', async () => {
    const gone = await expired(world);
    await world.installation.clear();
    expect((await world.say('runs')).code).toBe(0);
    expect(await expired(world)).toEqual(gone);
    expect(withheldIn(await world.load(0))).toBeGreaterThan(5);
    expect(await world.held()).toEqual([]);
  });
});
