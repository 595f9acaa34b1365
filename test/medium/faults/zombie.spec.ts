import { Block } from '../../support/fault-block.js';
import { FaultImport } from '../../support/fault-import.js';
import { digestOf, FaultSite } from '../../support/fault-site.js';
import { send } from '../../support/fault-watch.js';

describe('a worker stopped in the middle of its transaction, longer than its lease (invariant 2)', () => {
  let site: FaultSite;
  let run: FaultImport;
  beforeAll(async () => {
    site = await FaultSite.generate(12);
    run = await FaultImport.prepare(site, { PASSERELLE_CHUNK_RECORDS: '5000' });
  });
  afterAll(async () => {
    await run.remove();
    site.remove();
  });

  it('is taken over without waiting for it, and changes nothing when it goes on', async () => {
    const zombie = run.start(['worker']);
    await run.watch.workersReady(1);
    const block = await Block.hold(run);
    const command = run.import('tipi', null);
    await block.caught();
    send(zombie.child.pid ?? 0, 'SIGSTOP');
    // Its server process goes on now, into a COPY that waits for rows that do not come.
    await block.lift();
    const began = performance.now();
    run.start(['worker']);
    await run.expectWhole(await command.ended, 'tipi');
    // Lease, start of the other worker, sweeps; not the time limit of idle transactions on top.
    expect(performance.now() - began).toBeLessThan(20_000);

    const digest = await digestOf(run.url);
    send(zombie.child.pid ?? 0, 'SIGCONT');
    zombie.child.kill('SIGTERM');
    expect((await zombie.ended).code).toBe(0);
    expect(await digestOf(run.url)).toBe(digest);
  }, 120_000);
});
