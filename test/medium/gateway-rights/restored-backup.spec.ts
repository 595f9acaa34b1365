import { join } from 'node:path';
import { loadSettings } from '#libs/runtime';
import { restrictSubject } from '#libs/services';
import { openDesk } from '../../../apps/migrator/src/engine/open-desk.js';
import { GatewayGround } from '../../support/gateway-ground.js';
import type { Installation } from '../../support/import-harness.js';
import { importNight } from '../../support/link-harness.js';
import { generateNight, NIGHT } from '../../support/night-exports.js';

const SITE = 'psa-07';

test('a gateway in front of an older backup answers nobody before the store is in step with the home (invariant 17)', async () => {
  let person = '';
  const restored = async (installation: Installation): Promise<void> => {
    const night = await generateNight({ out: join(installation.folder, '1'), households: 12, seed: 5, sites: [SITE] });
    await importNight(installation, night, NIGHT, SITE);
    const rows = await installation.rows<{ id: string }>(
      'SELECT id::text AS id FROM passerelle.source_person ORDER BY id LIMIT 1',
    );
    person = rows[0]!.id;
    const desk = openDesk(installation.engine, loadSettings(installation.environment));
    await restrictSubject(desk, { person, lift: false, incident: 'DPO-1' }, false);
    // What the backup of last week does not know.
    await installation.rows('DELETE FROM passerelle.restricted_person');
  };
  const ground = await GatewayGround.open({}, restored);
  try {
    const caller = await ground.caller({ purposes: ['aid_instruction'], scopes: ['persons:read'] });
    expect((await ground.ask(caller, 'GET', `persons/${person}`)).status).toBe(404);
    expect(await ground.installation.rows('SELECT incident FROM passerelle.restricted_person')).toEqual([
      { incident: 'DPO-1' },
    ]);
  } finally {
    await ground.close();
  }
}, 60_000);
