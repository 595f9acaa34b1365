import { BreakingProxy } from '../../support/breaking-proxy.js';
import { FaultImport } from '../../support/fault-import.js';
import { FaultSite } from '../../support/fault-site.js';

describe('a connection cut between COMMIT and its answer (invariant 3)', () => {
  let site: FaultSite;
  beforeAll(async () => {
    site = await FaultSite.generate(12);
  });
  afterAll(() => site.remove());

  it.each([
    ['each of the first commits, that of the plan included', 1, 6],
    ['every fourth one', 4, 100],
  ])(
    'changes nothing: %s',
    async (_name, every, most) => {
      const run = await FaultImport.prepare(site);
      const proxy = await BreakingProxy.open(run.url, every, most);
      try {
        const command = run.import('tipi', 1, { DATABASE_URL: proxy.url });
        await run.expectWhole(await command.ended, 'tipi');
        expect(proxy.cuts).toBeGreaterThan(1);
      } finally {
        await proxy.close();
        await run.remove();
      }
    },
    120_000,
  );
});
