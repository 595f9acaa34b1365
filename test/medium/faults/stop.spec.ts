import { until } from '../../../libs/queue/test/until.js';
import { FaultImport } from '../../support/fault-import.js';
import { FaultSite } from '../../support/fault-site.js';

describe('an import that is asked to stop (invariant 9)', () => {
  let site: FaultSite;
  beforeAll(async () => {
    site = await FaultSite.generate(12);
  });
  afterAll(() => site.remove());

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'releases its leases on %s, says how to go on, and goes on',
    async (signal) => {
      const run = await FaultImport.prepare(site, { PASSERELLE_LEASE_SECONDS: '600' });
      try {
        const command = run.import('coordin', 1);
        await run.watch.landed(3);
        const asked = performance.now();
        command.child.kill(signal);
        const { code, stdout } = await command.ended;
        expect(performance.now() - asked).toBeLessThan(10_000);
        expect(code).not.toBe(0);
        expect(stdout).toContain('program.stopped');
        const held = 'SELECT FROM passerelle.import_chunk WHERE lease_until IS NOT NULL';
        expect(await run.watch.rows(held)).toEqual([]);
        await run.expectWhole(await run.import('coordin', 1).ended, 'coordin');
      } finally {
        await run.remove();
      }
    },
    120_000,
  );

  it('is served by workers of other processes, one of which is stopped meanwhile', async () => {
    const run = await FaultImport.prepare(site, { PASSERELLE_LEASE_SECONDS: '600' });
    try {
      const [first, second] = [run.start(['worker']), run.start(['worker'])];
      await run.watch.workersReady(2);
      const command = run.import('coordin', null);
      await run.watch.landed(3);
      const asked = performance.now();
      first.child.kill('SIGTERM');
      expect((await first.ended).code).toBe(0);
      expect(performance.now() - asked).toBeLessThan(10_000);
      await run.expectWhole(await command.ended, 'coordin');
      second.child.kill('SIGTERM');
      await second.ended;
      await until('no worker is noted', async () => (await run.watch.workers()).length === 0);
    } finally {
      await run.remove();
    }
  }, 120_000);
});
