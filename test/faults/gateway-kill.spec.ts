import { randomInt } from 'node:crypto';
import { changeUnderKills } from '../support/changes-under-kills.js';
import { expectOnce, expectTold, expectWholeTrail } from '../support/expect-changes.js';
import { KillWorld } from '../support/kill-world.js';

describe('kill -9 of gateways under writes, fifty times (invariants 23 and 24)', () => {
  let world: KillWorld;
  beforeAll(async () => {
    world = await KillWorld.open();
  });
  afterAll(() => world.close());

  it('loses nothing that was acknowledged, does nothing twice, and tells each change in its order', async () => {
    const told = await changeUnderKills(world, { clients: 6, requests: 400, kills: 50, seed: randomInt(2 ** 31) });
    expect(told.kills).toBe(50);
    await expectOnce(world, told, 0);
    await expectTold(world, 0);
    await expectWholeTrail(world);
  });
});
