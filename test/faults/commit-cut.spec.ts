import { BreakingProxy } from '../support/breaking-proxy.js';
import { FaultImport } from '../support/fault-import.js';
import { FaultSite } from '../support/fault-site.js';

describe('many connections cut between COMMIT and its answer (invariant 3)', () => {
  it.each([1, 2, 3, 7])('change nothing when each %s. commit is cut, three hundred times at most', async (every) => {
    const site = await FaultSite.generate(120);
    const run = await FaultImport.prepare(site);
    const proxy = await BreakingProxy.open(run.url, every, 300);
    try {
      await run.expectWhole(await run.import('coordin', 2, { DATABASE_URL: proxy.url }).ended, 'coordin');
      expect(proxy.cuts).toBeGreaterThan(10);
    } finally {
      await proxy.close();
      await run.remove();
      site.remove();
    }
  });
});
