import { until } from '../../../queue/test/until.js';
import { replayOutbox } from './deliveries.repository.js';
import { appendOutbox, findOutboxPlace, forgetOutbox, pruneOutbox } from './outbox.repository.js';
import { aidRequest, SIRET, WebhookStore } from './testing/webhook-store.js';
import { deleteWebhook } from './webhooks.repository.js';

let store: WebhookStore;
beforeAll(async () => {
  store = await WebhookStore.open();
});
beforeEach(() => store.clear());
afterAll(() => store.close());

const event = (number: number, version: number) => ({
  aidRequestId: aidRequest(number),
  version,
  type: 'aid_request.granted',
  status: 'granted',
  recipient: SIRET,
});

/** A transaction that stays open until it is told how to end. */
const openAppend = async (number: number, version: number) => {
  let end: (error?: Error) => void = () => undefined;
  let begun: () => void = () => undefined;
  const isOpen = new Promise<void>((resolve) => (begun = resolve));
  const ended = store.database.transaction(async (client) => {
    await appendOutbox(client, event(number, version));
    begun();
    await new Promise<void>((resolve, reject) => {
      end = (error) => (error === undefined ? resolve() : reject(error));
    });
  });
  await isOpen;
  return { commit: () => (end(), ended), rollBack: () => (end(new Error('no')), ended.catch(() => undefined)) };
};

const waiting = (what: string): Promise<void> =>
  until(`somebody waits in ${what}`, async () => {
    const rows = await store.database.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`,
      [`%${what}%`],
    );
    return rows.length > 0;
  });

test('an event that commits late is delivered, though its number is lower than one that was delivered long ago', async () => {
  const { id } = await store.webhook();
  const late = await openAppend(1, 1);
  await store.change(2, 1);
  const [first] = await store.claim();
  expect(first?.aidRequestId).toBe(aidRequest(2));
  await late.commit();
  const [second] = await store.claim();
  expect(second?.aidRequestId).toBe(aidRequest(1));
  expect(BigInt(second!.seq)).toBeLessThan(BigInt(first!.seq));
  expect(await store.states(id)).toEqual({ '1/1': 'pending', '2/1': 'pending' });
});

test('what is rolled back leaves nothing, in the outbox or on its way', async () => {
  await store.webhook();
  const doomed = await openAppend(1, 1);
  expect(await store.claim()).toEqual([]);
  await doomed.rollBack();
  expect(await store.claim()).toEqual([]);
  expect(await store.database.query('SELECT FROM passerelle.outbox_event')).toEqual([]);
});

test('a replay waits for the appends that have begun, and for no others', async () => {
  const open = await openAppend(1, 1);
  // Made after that append had looked for webhooks.
  const { id } = await store.webhook();
  const replayed = store.database.transaction((client) => replayOutbox(client, id, '1'));
  await waiting('pg_advisory_lock(');
  await open.commit();
  expect(await replayed).toBe(1);
  expect(await store.states(id)).toEqual({ '1/1': 'pending' });
  await store.change(1, 2);
  expect(await store.states(id)).toEqual({ '1/1': 'pending', '1/2': 'pending' });
});

test('a webhook that is deleted meanwhile does not fail the change that would have told it', async () => {
  const { id } = await store.webhook();
  let finish: (() => void) | undefined;
  const deleted = store.database.transaction(async (client) => {
    await deleteWebhook(client, SIRET, id);
    await new Promise<void>((resolve) => (finish = resolve));
  });
  await until('deleted', () => finish !== undefined);
  const changed = store.change(1, 1);
  await waiting('fan_out');
  finish?.();
  await deleted;
  await expect(changed).resolves.toHaveLength(1);
  expect(await store.database.query('SELECT FROM passerelle.webhook_delivery')).toEqual([]);
});

test('only webhooks of the body that want the type are told', async () => {
  const all = await store.webhook();
  const chosen = await store.webhook({ eventTypes: ['aid_request.refused', 'aid_request.granted'] });
  const others = await store.webhook({ eventTypes: ['aid_request.paid'] });
  const foreign = await store.webhook({ recipient: '11111111111111' });
  await store.database.transaction((client) => appendOutbox(client, event(1, 1)));
  const told = await Promise.all([all, chosen, others, foreign].map(({ id }) => store.states(id)));
  expect(told).toEqual([{ '1/1': 'pending' }, { '1/1': 'pending' }, {}, {}]);
});

test('a version has one event', async () => {
  await store.change(1, 1);
  await expect(store.change(1, 1)).rejects.toMatchObject({ code: '23505' });
});

test('an erasure takes the events of an aid request with all that was on its way', async () => {
  const { id } = await store.webhook();
  const [place] = await store.change(1, 1, 2);
  await store.change(2, 1);
  expect(await store.database.transaction((client) => forgetOutbox(client, [aidRequest(1)]))).toBe(2);
  expect(await store.states(id)).toEqual({ '2/1': 'pending' });
  expect(await store.database.session((client) => findOutboxPlace(client, SIRET, place!))).toBeNull();
});

test('old events go when nobody waits for them', async () => {
  await store.change(1, 1);
  const { id } = await store.webhook();
  await store.change(1, 2);
  await store.database.query(`UPDATE passerelle.outbox_event SET at = at - interval '31 days'`);
  await store.change(2, 1);
  expect(await store.database.transaction((client) => pruneOutbox(client, 30))).toBe(1);
  expect(await store.states(id)).toEqual({ '1/2': 'pending', '2/1': 'pending' });
});
