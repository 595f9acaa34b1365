import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openQueueConnection, WakeQueue } from '#libs/queue';
import { until } from '../../../libs/queue/test/until.js';
import { nameOf } from './receiver.js';
import { KEY, WebhookWorld } from './webhook-world.js';

let world: WebhookWorld;
beforeAll(async () => {
  world = await WebhookWorld.open();
});
afterEach(() => world.clear());
afterAll(() => world.close());

test('two dispatchers and a receiver that fails at random: each aid request is told in order', async () => {
  await world.webhook();
  let calls = 0;
  world.receiver.answer = () => (calls++ % 3 === 1 ? 503 : 204);
  world.dispatch({ inAll: 5 });
  world.dispatch({ inAll: 5 });
  const changes = Array.from({ length: 8 }, (_, number) => world.store.change(number + 1, 1, 2, 3, 4));
  await Promise.all(changes);
  await until('all delivered', async () => {
    await world.hurry();
    return world.isQuiet();
  });
  expect(world.receiver.taken()).toHaveLength(32);
  const done = new Map<string, number>();
  for (const received of world.receiver.received) {
    // Also what failed was never sent before its turn.
    expect([nameOf(received), received.version]).toEqual([
      nameOf(received),
      (done.get(received.aidRequestId) ?? 0) + 1,
    ]);
    if (received.status === 204) done.set(received.aidRequestId, received.version);
  }
});

test('a dispatcher that is killed while the receiver works loses nothing: another one takes over', async () => {
  await world.webhook();
  world.receiver.answer = () => new Promise<number>(() => undefined);
  const program = join(import.meta.dirname, 'dispatch.mjs');
  const child = spawn(process.execPath, [program, JSON.stringify(world.store.connection), KEY.toString('hex')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  await world.store.change(1, 1, 2);
  await until('it sends', () => world.receiver.received.length === 1, 40_000);
  world.receiver.answer = () => 204;
  child.kill('SIGKILL');
  await exited;
  world.dispatch();
  await until('taken over', async () => world.receiver.taken().length === 2 && (await world.isQuiet()));
  expect(world.receiver.received.map(nameOf)).toEqual(['1/1', '1/1', '1/2']);
});

test('a queue that loses everything loses no delivery, and wakes when it works', async () => {
  await world.webhook();
  const connection = openQueueConnection({ postgres: { connectionString: world.store.url } });
  const woken: number[] = [];
  const queue = new WakeQueue('webhooks-test', connection);
  const start = (onWake: () => void): void =>
    queue.start(() => {
      woken.push(performance.now());
      onWake();
    });
  // Looks by itself only once in a long while: what is quick was woken.
  const dispatcher = world.dispatch(
    { sweepMs: 1_500 },
    { wake: (ms) => queue.wake(ms), start, stop: () => queue.stop() },
  );
  queue.wake(0);
  await until('woken', () => woken.length === 1);
  await until('the queue is gone', () =>
    // PostgreSQL may choose it as the victim of a deadlock with a worker that looks.
    world.store.database.query('DROP SCHEMA bullmq CASCADE').then(
      () => true,
      () => false,
    ),
  );
  await world.store.change(1, 1);
  await until('delivered', () => world.isQuiet());
  const before = woken.length;
  await until('woken again', () => {
    queue.wake(0);
    return woken.length > before;
  });
  await dispatcher.stop();
});
