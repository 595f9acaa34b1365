import { join } from 'node:path';
import { Installation, landedOf, without } from '../../support/import-harness.js';
import { generateNight, type Night, NEXT_NIGHT, NIGHT, type System, SYSTEMS } from '../../support/night-exports.js';

const SITE = 'psa-07';
const OTHER = 'epi-12';

describe.each(SYSTEMS)('taking back nights of %s', (system: System) => {
  let installation: Installation;
  let nights: readonly [Night, Night];
  let afterFirst: Record<string, string>;
  let afterSecond: Record<string, string>;
  const load = (site: string, at: 0 | 1) =>
    installation.import(system, site, [nights[at].folder(site)], { night: at === 0 ? NIGHT : NEXT_NIGHT });
  /** Marks of refusals stay when a run is taken back: they are judged apart. */
  const withoutMarks = (digest: Record<string, string>): object => without(digest, 'withheld_person');

  beforeAll(async () => {
    installation = await Installation.open();
    const { folder } = installation;
    const base = { households: 100, seed: 77_031, sites: [SITE, OTHER], dirt: { refusal: 0.1 } };
    const evolve = { since: NIGHT, changed: 0.2, removed: 0.1, added: 0.2 };
    nights = [
      await generateNight({ ...base, out: join(folder, '1') }),
      await generateNight({ ...base, out: join(folder, '2'), night: NEXT_NIGHT, evolve }),
    ];
    await load(OTHER, 0);
    await load(SITE, 0);
    afterFirst = await installation.digest();
    await load(SITE, 1);
    afterSecond = await installation.digest();
  });

  afterAll(() => installation.close());

  test('a dry run says what it would take back, and takes nothing', async () => {
    const touched = await installation.rollback('R3', true);
    expect(touched).toMatchObject({ personsRemoved: expect.any(Number), source_personRestored: expect.any(Number) });
    expect(await installation.digest()).toEqual(afterSecond);
  });

  test('a run that others stand on is refused', async () => {
    await expect(installation.rollback('R2')).rejects.toMatchObject({ code: 'run.not-the-latest', exitCode: 4 });
    expect(await installation.digest()).toEqual(afterSecond);
  });

  test('the store is as it was after the first night, marks of refusals apart', async () => {
    expect(afterSecond).not.toEqual(afterFirst);
    await installation.rollback('R3');
    expect(withoutMarks(await installation.digest())).toEqual(withoutMarks(afterFirst));
  });

  test('the second night can be imported again, with the same result', async () => {
    expect(await load(SITE, 1)).toMatchObject({ run: 'R4', status: 'done' });
    expect(landedOf(await installation.digest())).toEqual(landedOf(afterSecond));
    await installation.rollback('R4');
  });

  test('after the first night is taken back too, only the other site and marks of refusals are there', async () => {
    await installation.rollback('R2');
    const left = await installation.rows<{ relation: string; n: number }>(
      ['source_case', 'source_person', 'professional_act', 'aid', 'quarantine']
        .map(
          (name) => `SELECT '${name}' AS relation, count(*)::int AS n FROM passerelle.${name}
                        WHERE site_id <> (SELECT id FROM passerelle.site WHERE code = '${OTHER}')`,
        )
        .join(' UNION ALL '),
    );
    expect(left.map(({ n }) => n)).toEqual([0, 0, 0, 0, 0]);
    const orphans = await installation.rows(
      `SELECT 1 FROM passerelle.case_member WHERE person_id NOT IN (SELECT id FROM passerelle.source_person)
       UNION ALL SELECT 1 FROM passerelle.aid_decision WHERE aid_id NOT IN (SELECT id FROM passerelle.aid)
       UNION ALL SELECT 1 FROM passerelle.aid_payment WHERE aid_id NOT IN (SELECT id FROM passerelle.aid)
       UNION ALL SELECT 1 FROM passerelle.import_undo`,
    );
    expect(orphans).toEqual([]);
    await expect(installation.rollback('R1')).resolves.toMatchObject({ personsRemoved: expect.any(Number) });
    for (const digest of Object.values(withoutMarks(await installation.digest()))) expect(digest).toMatch(/^0 rows/);
  });
});
