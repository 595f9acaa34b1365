import { FaultImport } from '../support/fault-import.js';
import { importUnderKills } from '../support/fault-kills.js';
import { FaultSite } from '../support/fault-site.js';

const KILLS = 100;
const KILLS_AN_IMPORT = 12;
/** Some imports are over before anything is killed. */
const IMPORTS = 300;

describe('a hundred kills at random instants (invariant 1)', () => {
  it.each(['1', '50'])('leave every record ended exactly once, in chunks of %s records', async (records) => {
    const site = await FaultSite.generate(300);
    try {
      let kills = 0;
      for (let seed = 1; kills < KILLS && seed <= IMPORTS; seed += 1) {
        const run = await FaultImport.prepare(site, { PASSERELLE_CHUNK_RECORDS: records });
        try {
          const end = await importUnderKills(run, 'coordin', { kills: Math.min(KILLS_AN_IMPORT, KILLS - kills), seed });
          kills += end.kills;
          await run.expectWhole(end.end, 'coordin');
        } finally {
          await run.remove();
        }
      }
      expect(kills).toBe(KILLS);
    } finally {
      site.remove();
    }
  });
});
