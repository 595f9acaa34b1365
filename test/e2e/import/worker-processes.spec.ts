import { join } from 'node:path';
import { Installation } from '../../support/import-harness.js';
import { generateNight, NIGHT, outcomesOf, expectedOutcomes } from '../../support/night-exports.js';
import { passerelle } from '../../support/spawn-cli.js';
import type { BalanceSheet } from '../../../apps/migrator/src/imports/balance-sheet.js';

const SITE = 'psa-07';

test('two worker processes make the store that one worker makes', async () => {
  const [one, two] = await Promise.all([Installation.open(), Installation.open({ PASSERELLE_CHUNK_RECORDS: '30' })]);
  try {
    const out = join(one.folder, 'night');
    const night = await generateNight({ out, households: 50, seed: 77_121, sites: [SITE] });
    await one.import('coordin', SITE, [night.folder(SITE)], { night: NIGHT });
    const line = `import --source coordin --site ${SITE} --workers 2 --json ${night.folder(SITE)}`;
    const { code, stdout, stderr } = await passerelle(line, two.environment);
    expect(stderr).not.toMatch(/"level":"(error|fatal)"/);
    expect(code).toBe(3);
    const sheet = JSON.parse(stdout) as BalanceSheet;
    expect(outcomesOf(sheet)).toEqual(expectedOutcomes(night, SITE, 'coordin'));
    expect(await two.digest()).toEqual(await one.digest());
  } finally {
    await Promise.all([one.close(), two.close()]);
  }
}, 180_000);
