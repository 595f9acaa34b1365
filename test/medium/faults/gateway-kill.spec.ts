import { randomInt, randomUUID } from 'node:crypto';
import { changeUnderKills } from '../../support/changes-under-kills.js';
import { expectOnce, expectTold, expectWholeTrail } from '../../support/expect-changes.js';
import { HELD, HeldCommits } from '../../support/held-commits.js';
import { KillWorld } from '../../support/kill-world.js';

let world: KillWorld;
beforeAll(async () => {
  world = await KillWorld.open();
}, 120_000);
afterAll(() => world.close());

test('fifty at once with one key, at two processes: one aid request, one answer (invariant 23)', async () => {
  const { fleet, system } = world;
  const [before, key] = [await world.count('aid_request'), randomUUID()];
  const body = { kind: 'food', paper_reference: 'PAP-50' };
  const places = fleet.all.map((place) => system.at(place));
  expect(places).toHaveLength(2);
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) => places[at % 2]!.bare('POST', 'aid-requests', { key, body })),
  );
  const told = await Promise.all(answers.map(async (one) => `${String(one.status)} ${await one.text()}`));
  expect(new Set(told).size).toBe(1);
  expect(told[0]).toMatch(/^201 /);
  expect(answers.filter(({ headers }) => headers.has('idempotency-replayed'))).toHaveLength(49);
  expect((await world.count('aid_request')) - before).toBe(1);
  expect(await world.count('outbox_event')).toBe(await world.count('aid_request_move'));
});

test('kill -9 while one commit is on its way and another waits: the first is answered again, the other is made once', async () => {
  const { fleet, system } = world;
  const before = await world.count('aid_request');
  const [survivor, victim] = fleet.all;
  const requests = [1, 2].map((number) => ({
    key: `${HELD}${String(number)}`,
    body: { kind: 'food', paper_reference: `PAP-HELD-${String(number)}` },
  }));
  const held = await HeldCommits.install(world.installation);
  let asked: readonly Promise<string>[] = [];
  const ask = (): void => {
    asked = requests.map((one) =>
      system
        .at(victim!)
        .bare('POST', 'aid-requests', one)
        .then(String, () => 'cut'),
    );
  };
  await held.during(ask, () => fleet.kill(victim!), 'done');
  expect(await Promise.all(asked)).toEqual(['cut', 'cut']);
  const replayed = [];
  for (const request of requests) {
    const answer = await system.at(survivor!).bare('POST', 'aid-requests', request);
    expect([answer.status, await answer.json()]).toEqual([201, expect.objectContaining(request.body)]);
    replayed.push(answer.headers.has('idempotency-replayed'));
  }
  expect(replayed.sort()).toEqual([false, true]);
  expect((await world.count('aid_request')) - before).toBe(2);
  expect(await world.count('outbox_event')).toBe(await world.count('aid_request_move'));
  await fleet.add();
});

test('kill -9 under writes: what was acknowledged is there once, is told in order, and the trail is whole', async () => {
  const drafts = await world.count('aid_request');
  const told = await changeUnderKills(world, { clients: 4, requests: 8, kills: 4, seed: randomInt(2 ** 31) });
  expect(told.kills).toBeGreaterThan(0);
  await expectOnce(world, told, drafts);
  await expectTold(world, drafts);
  await expectWholeTrail(world);
}, 120_000);
