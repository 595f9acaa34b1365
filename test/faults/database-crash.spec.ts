import { setTimeout as pause } from 'node:timers/promises';
import { Random } from '../../apps/migrator/src/generate/random.js';
import { EmbeddedFault } from '../support/fault-embedded.js';
import { FaultSite } from '../support/fault-site.js';

const CRASHES = 20;
/** A crash comes at most so long after the last one was recovered from, in milliseconds. */
const LONGEST_MS = 2_000;

describe('twenty crashes of the database at random instants (invariant 4)', () => {
  it('leave what was acknowledged, and the import ends by itself', async () => {
    const site = await FaultSite.generate(300);
    await site.undisturbed('coordin');
    const fault = await EmbeddedFault.open(site);
    const { run } = fault;
    try {
      const random = new Random(1, 2, 3, 4);
      const command = run.import('coordin', 2);
      await run.watch.landed(1);
      let acknowledged = 0;
      for (let crash = 0; crash < CRASHES && command.child.exitCode === null; crash += 1) {
        // The instant itself is what the seed gives; nothing is waited for.
        await pause(random.below(LONGEST_MS));
        acknowledged = Math.max(acknowledged, await run.watch.chunks('done'));
        await fault.crash();
        await fault.postmaster();
        expect(await run.watch.chunks('done')).toBeGreaterThanOrEqual(acknowledged);
      }
      await run.expectWhole(await command.ended, 'coordin');
      await fault.leave();
    } finally {
      await fault.remove();
      site.remove();
    }
  });
});
