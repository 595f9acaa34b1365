import { join } from 'node:path';
import { Installation } from '../../support/import-harness.js';
import { importNight, link, linkage } from '../../support/link-harness.js';
import { generateNight, type Night, NEXT_NIGHT, NIGHT } from '../../support/night-exports.js';

const SITE = 'psa-07';

describe('the linking step of an import', () => {
  let installation: Installation;
  let nights: readonly [Night, Night];

  beforeAll(async () => {
    installation = await Installation.open();
    const base = { households: 40, seed: 77_063, sites: [SITE] };
    const evolve = { since: NIGHT, changed: 0.3, removed: 0.1, added: 0.3 };
    nights = [
      await generateNight({ ...base, out: join(installation.folder, '1') }),
      await generateNight({ ...base, out: join(installation.folder, '2'), night: NEXT_NIGHT, evolve }),
    ];
  });
  afterAll(() => installation.close());

  test('before the first link run imports do not link', async () => {
    for (const sheet of await importNight(installation, nights[0], NIGHT, SITE))
      expect(sheet).not.toHaveProperty('linked');
    expect(await installation.rows('SELECT FROM passerelle.link_run')).toEqual([]);
  });

  test('an import that brings nothing new links nothing', async () => {
    await link(installation);
    const runs = await installation.rows('SELECT id FROM passerelle.link_run');
    for (const sheet of await importNight(installation, nights[0], NIGHT, SITE))
      expect(sheet).not.toHaveProperty('linked');
    expect(await installation.rows('SELECT id FROM passerelle.link_run')).toEqual(runs);
  });

  test('whatever stands in its way never fails the import, and the next run does its work', async () => {
    const { database } = installation.engine;
    const sheet = await database.session(async (client) => {
      await client.query(`SELECT pg_advisory_lock(hashtextextended('passerelle linkage', 0))`);
      const [only] = await importNight(installation, nights[1], NEXT_NIGHT, SITE, ['coordin']);
      await client.query(`SELECT pg_advisory_unlock(hashtextextended('passerelle linkage', 0))`);
      return only;
    });
    expect(sheet).toMatchObject({ status: 'done', linked: { failure: 'link.busy' } });
    const before = await linkage(installation);
    const [next] = await importNight(installation, nights[1], NEXT_NIGHT, SITE, ['4d']);
    expect(next).toMatchObject({ linked: { links: expect.any(Number), reviews: expect.any(Number) } });
    const after = await linkage(installation);
    expect(after).not.toEqual(before);
    await link(installation, { full: true });
    expect(await linkage(installation)).toEqual(after);
  });
});
