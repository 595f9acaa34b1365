import { join } from 'node:path';
import { NO_DIRT } from '../../../apps/migrator/src/generate/generate-exports.js';
import { Installation } from '../../support/import-harness.js';
import { link } from '../../support/link-harness.js';
import { generateNight, type Night, NEXT_NIGHT, NIGHT } from '../../support/night-exports.js';
import { plantRefuser } from '../../support/refuser.js';
import { dumpStore } from '../../support/store-dump.js';

const SITE = 'psa-07';
/** The family name of whom the fixture plants, as linkage folds it. */
const NAME = 'zyxomma';

describe('what persons were compared by, once they are out of the store', () => {
  let installation: Installation;
  let nights: readonly [Night, Night];
  const load = (night: Night, date: string) =>
    installation.import('coordin', SITE, [night.folder(SITE)], { night: date });
  const isHeld = async (): Promise<boolean> =>
    (await dumpStore((text) => installation.rows(text))).toLowerCase().includes(NAME);

  beforeEach(async () => {
    installation = await Installation.open();
    const base = { households: 20, seed: 77_091, sites: [SITE], dirt: NO_DIRT };
    nights = [
      await generateNight({ ...base, out: join(installation.folder, '1'), textSeed: 1 }),
      await generateNight({ ...base, out: join(installation.folder, '2'), night: NEXT_NIGHT, textSeed: 2 }),
    ];
    await plantRefuser('coordin', nights[0], SITE, false);
    await plantRefuser('coordin', nights[1], SITE, true);
    await load(nights[0], NIGHT);
    await link(installation);
  });
  afterEach(() => installation.close());

  test('goes with a refusal, though no link run can follow', async () => {
    expect(await installation.rows(`SELECT FROM passerelle.link_person WHERE features LIKE '%${NAME}%'`)).not.toEqual(
      [],
    );
    await installation.engine.database.session(async (client) => {
      await client.query(`SELECT pg_advisory_lock(hashtextextended('passerelle linkage', 0))`);
      expect(await load(nights[1], NEXT_NIGHT)).toMatchObject({ status: 'done', linked: { failure: 'link.busy' } });
      expect(await isHeld()).toBe(false);
      await client.query(`SELECT pg_advisory_unlock(hashtextextended('passerelle linkage', 0))`);
    });
    await link(installation);
    expect(await installation.rows(`SELECT FROM passerelle.link_person WHERE features = ''`)).toEqual([]);
  }, 60_000);

  test('goes with a rollback, and comes back with the import', async () => {
    await installation.rollback('R1');
    expect(await isHeld()).toBe(false);
    await load(nights[0], NIGHT);
    await link(installation);
    expect(await installation.rows(`SELECT FROM passerelle.link_person WHERE features LIKE '%${NAME}%'`)).not.toEqual(
      [],
    );
    expect(await installation.rows(`SELECT FROM passerelle.link_person WHERE features = ''`)).toEqual([]);
  }, 60_000);
});
