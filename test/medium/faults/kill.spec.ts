import { FaultImport } from '../../support/fault-import.js';
import { importUnderKills } from '../../support/fault-kills.js';
import { FaultSite } from '../../support/fault-site.js';

describe('kill -9 of workers and commands at random instants (invariant 1)', () => {
  let site: FaultSite;
  beforeAll(async () => {
    site = await FaultSite.generate(36);
  });
  afterAll(() => site.remove());

  it('leaves every record ended exactly once, in chunks of one record', async () => {
    const run = await FaultImport.prepare(site);
    try {
      const { end, kills } = await importUnderKills(run, 'coordin', { kills: 4, seed: 1 });
      expect(kills).toBeGreaterThan(0);
      await run.expectWhole(end, 'coordin');
    } finally {
      await run.remove();
    }
  }, 240_000);
});
