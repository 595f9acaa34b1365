import { join } from 'node:path';
import { Installation } from '../../support/import-harness.js';
import { importNight, link, linkage } from '../../support/link-harness.js';
import { generateNight, type Night, NEXT_NIGHT, NIGHT } from '../../support/night-exports.js';

const SITE = 'psa-07';

describe('what was taken back leaves no link behind', () => {
  let installation: Installation;
  let nights: readonly [Night, Night];
  let before: readonly string[];

  beforeAll(async () => {
    installation = await Installation.open();
    const base = { households: 60, seed: 77_062, sites: [SITE] };
    const evolve = { since: NIGHT, changed: 0.3, removed: 0.1, added: 0.3 };
    nights = [
      await generateNight({ ...base, out: join(installation.folder, '1') }),
      await generateNight({ ...base, out: join(installation.folder, '2'), night: NEXT_NIGHT, evolve }),
    ];
  });
  afterAll(() => installation.close());

  test('a source that had never been there', async () => {
    await importNight(installation, nights[0], NIGHT, SITE, ['coordin', '4d']);
    await link(installation);
    before = await linkage(installation);
    const [sheet] = await importNight(installation, nights[0], NIGHT, SITE, ['tipi']);
    expect(await linkage(installation)).not.toEqual(before);
    await installation.rollback(sheet?.run ?? '');
    expect(await link(installation)).toMatchObject({ status: 'done', scope: 'touched', pairs: 0 });
    expect(await linkage(installation)).toEqual(before);
    expect(await installation.rows('SELECT FROM passerelle.link_touched')).toEqual([]);
  });

  test('a night that changed, added and removed', async () => {
    const sheets = await importNight(installation, nights[1], NEXT_NIGHT, SITE, ['coordin', '4d']);
    const after = await linkage(installation);
    expect(after).not.toEqual(before);
    for (const { run } of sheets.toReversed()) await installation.rollback(run);
    await link(installation);
    expect(await linkage(installation)).toEqual(before);
    await importNight(installation, nights[1], NEXT_NIGHT, SITE, ['coordin', '4d']);
    expect(await linkage(installation)).toEqual(after);
  });

  test('after the next run nobody bears the id of somebody who has gone', async () => {
    const [sheet] = await importNight(installation, nights[1], NEXT_NIGHT, SITE, ['tipi']);
    await installation.rollback(sheet?.run ?? '');
    await link(installation);
    const orphans = await installation.rows(
      `SELECT person_id FROM passerelle.person_cluster AS cluster
       WHERE NOT EXISTS (SELECT FROM passerelle.source_person AS person WHERE person.id = cluster.person_id)`,
    );
    expect(orphans).toEqual([]);
  });
});
