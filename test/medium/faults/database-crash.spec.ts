import { EmbeddedFault } from '../../support/fault-embedded.js';
import { FaultSite } from '../../support/fault-site.js';

describe('the database killed in the middle of an import (invariant 4)', () => {
  let site: FaultSite;
  let fault: EmbeddedFault;
  beforeAll(async () => {
    site = await FaultSite.generate(12);
    // Makes the key that the embedded home borrows.
    await site.undisturbed('coordin');
    fault = await EmbeddedFault.open(site);
  }, 120_000);
  afterAll(async () => {
    await fault.remove();
    site.remove();
  });

  it('is started again by the import, which goes on by itself and loses nothing that was acknowledged', async () => {
    const { run } = fault;
    const command = run.import('coordin', 1);
    await run.watch.landed(3);
    await fault.crash();
    await run.watch.landed(10);
    await fault.crash();
    await run.expectWhole(await command.ended, 'coordin');
    await fault.leave();
  }, 180_000);
});
