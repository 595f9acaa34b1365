import { Webhook } from 'standardwebhooks';
import { renewSecret, replayWebhook, retryDead, showSecret } from '#libs/services';
import { until } from '../../../libs/queue/test/until.js';
import { aidRequest } from '../../../libs/store/src/webhooks/testing/webhook-store.js';
import { Receiver } from './receiver.js';
import { OWNER, WebhookWorld } from './webhook-world.js';

let world: WebhookWorld;
beforeAll(async () => {
  world = await WebhookWorld.open();
});
afterEach(() => world.clear());
afterAll(() => world.close());

const answers = (...statuses: number[]): (() => number) => {
  let at = 0;
  return () => statuses[Math.min(at++, statuses.length - 1)]!;
};
const hurryUntilQuiet = (): Promise<void> =>
  until('nothing waits', async () => {
    await world.hurry();
    return world.isQuiet();
  });

test('a receiver that fails twice gets the same event a third time, signed anew, and nothing of what it said is kept', async () => {
  const { secret } = await world.webhook();
  world.receiver.answer = answers(500, 302, 200);
  world.receiver.says = 'PLANTED-Sylvie-Martin';
  world.dispatch();
  const [id] = await world.store.change(1, 1);
  await hurryUntilQuiet();
  const { received } = world.receiver;
  expect(received.map(({ status }) => status)).toEqual([500, 302, 200]);
  expect(new Set(received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([id]));
  expect(new Webhook(secret).verify(received[2]!.body, received[2]!.headers)).toEqual({
    type: 'aid_request.submitted',
    timestamp: expect.any(String),
    data: { aid_request_id: aidRequest(1), version: 1, status: 'submitted' },
  });
  expect(await world.deliveries()).toEqual([{ state: 'delivered', attempts: 3, last_status: 200, last_problem: null }]);
  const tables = await world.store.database.query<{ all: string }>(
    `SELECT (SELECT jsonb_agg(d) FROM passerelle.webhook_delivery d)::text || (SELECT jsonb_agg(w) FROM passerelle.webhook w)::text
       || (SELECT jsonb_agg(e) FROM passerelle.outbox_event e)::text || (SELECT jsonb_agg(s) FROM passerelle.webhook_secret s)::text AS all`,
  );
  for (const place of [tables[0]!.all, world.log]) {
    expect(place).not.toContain('PLANTED');
    expect(place).not.toContain(Buffer.from(secret.slice(6), 'base64').toString('hex'));
  }
  expect(world.log).toContain('webhook.status');
  expect(world.log).not.toContain('127.0.0.1');
});

test('after a rotation both secrets verify, and after a day the new one alone', async () => {
  const { webhook, secret } = await world.webhook();
  const renewed = await world.store.database.transaction((client) =>
    renewSecret(world.desk, client, OWNER, webhook.id),
  );
  const newer = showSecret(world.box.open(renewed!.secret));
  const verifies = (which: string, at: number): boolean => {
    const { body, headers } = world.receiver.received[at]!;
    try {
      new Webhook(which).verify(body, headers);
      return true;
    } catch {
      return false;
    }
  };
  world.dispatch();
  await world.store.change(1, 1);
  await until('delivered', () => world.isQuiet());
  expect([secret, newer].map((which) => verifies(which, 0))).toEqual([true, true]);
  await world.store.database.query(
    `UPDATE passerelle.webhook_secret SET expires_at = expires_at - interval '24 hours' WHERE expires_at IS NOT NULL`,
  );
  await world.store.change(1, 2);
  await until('delivered', () => world.isQuiet());
  expect([secret, newer].map((which) => verifies(which, 1))).toEqual([false, true]);
});

test('what nobody takes dies after its last attempt, lets what comes after it go, and is sent again when asked', async () => {
  const { webhook } = await world.webhook();
  world.receiver.answer = ({ version }) => (version === 1 ? 500 : 204);
  world.dispatch();
  const [id] = await world.store.change(1, 1, 2);
  await hurryUntilQuiet();
  expect(await world.store.states(webhook.id)).toEqual({ '1/1': 'dead', '1/2': 'delivered' });
  expect((await world.deliveries())[0]).toEqual({
    state: 'dead',
    attempts: 10,
    last_status: 500,
    last_problem: 'webhook.status',
  });
  world.receiver.answer = () => 204;
  const retry = () => world.store.database.transaction((client) => retryDead(client, OWNER, webhook.id, id!));
  expect(await retry()).not.toBeNull();
  await until('delivered', async () => (await world.isQuiet()) && world.receiver.taken().length === 2);
  expect(world.receiver.taken()).toEqual(['1/2', '1/1']);
  await expect(retry()).rejects.toMatchObject({ code: 'webhook.not-dead' });
});

test('a replay sends everything from an event on once more, in order, also to a webhook that is newer', async () => {
  const ids = await world.store.change(1, 1, 2, 3);
  const { webhook } = await world.webhook();
  world.dispatch();
  const replay = (from: string) =>
    world.store.database.transaction((client) => replayWebhook(client, OWNER, webhook.id, from));
  expect(await replay(ids[1]!)).toMatchObject({ events: 2 });
  await until('delivered', async () => world.receiver.taken().length === 2 && (await world.isQuiet()));
  expect(await replay('0')).toMatchObject({ events: 3 });
  await until('delivered', async () => world.receiver.taken().length === 5 && (await world.isQuiet()));
  expect(world.receiver.taken()).toEqual(['1/2', '1/3', '1/1', '1/2', '1/3']);
  await expect(replay(aidRequest(9))).rejects.toMatchObject({ code: 'webhook.place-unknown' });
  const foreign = { ...OWNER, recipient: '11111111111111' };
  expect(
    await world.store.database.transaction((client) => replayWebhook(client, foreign, webhook.id, ids[0]!)),
  ).toBeNull();
});

test('a receiver that answers 410 is sent nothing more', async () => {
  const { webhook } = await world.webhook();
  world.receiver.answer = () => 410;
  world.dispatch();
  await world.store.change(1, 1, 2);
  await until('dead', () => world.isQuiet());
  await world.store.change(2, 1);
  expect(world.receiver.received).toHaveLength(1);
  expect(await world.store.states(webhook.id)).toEqual({ '1/1': 'dead', '1/2': 'dead' });
  await expect(
    world.store.database.transaction((client) => replayWebhook(client, OWNER, webhook.id, '0')),
  ).rejects.toMatchObject({ code: 'webhook.disabled' });
});

test('one receiver that does not answer holds up nobody else', async () => {
  const slow = await world.webhook();
  let release: () => void = () => undefined;
  const held = new Promise<number>((resolve) => (release = () => resolve(204)));
  const other = await Receiver.open();
  world.receiver.answer = () => held;
  for (let number = 1; number <= 12; number++) await world.store.change(number, 1);
  const quick = await world.webhook(other.url);
  world.dispatch({ perWebhook: 3, inAll: 6 });
  for (let number = 21; number <= 30; number++) await world.store.change(number, 1);
  await until('the quick one has all', () => other.taken().length === 10);
  expect(world.receiver.received).toHaveLength(3);
  release();
  await until('the slow one has all', async () => world.receiver.taken().length === 22 && (await world.isQuiet()));
  for (const { webhook } of [slow, quick]) {
    expect(Object.values(await world.store.states(webhook.id)).every((state) => state === 'delivered')).toBe(true);
  }
  other.close();
});

test('a stop gives back what is under way', async () => {
  await world.webhook();
  world.receiver.answer = () => new Promise<number>(() => undefined);
  const dispatcher = world.dispatch({ graceMs: 50 });
  await world.store.change(1, 1);
  await until('under way', () => world.receiver.received.length === 1);
  await dispatcher.stop();
  world.receiver.answer = () => 204;
  expect(await world.store.claim()).toMatchObject([{ version: 1, attempts: 0 }]);
});
