import fc from 'fast-check';
import { replayOutbox, retryDelivery } from './deliveries.repository.js';
import { type AttemptEnd, settleDelivery } from './settle-delivery.js';
import { SIRET, WebhookStore } from './testing/webhook-store.js';
import type { ClaimedDelivery } from './webhook.js';
import { findOutboxPlace } from './outbox.repository.js';

let store: WebhookStore;
beforeAll(async () => {
  store = await WebhookStore.open();
});
afterAll(() => store.close());

const ENDS: Record<string, AttemptEnd> = {
  delivered: { kind: 'delivered', status: 204 },
  again: { kind: 'again', status: 500, problem: 'webhook.status', seconds: 60 },
  dead: { kind: 'dead', status: null, problem: 'webhook.unreachable' },
};

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('change' as const), which: fc.nat(2) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('claim' as const), which: fc.integer({ min: 1, max: 3 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      which: fc.nat(9),
      end: fc.constantFrom('delivered', 'again', 'dead'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), which: fc.constant(0) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retry' as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replay' as const), which: fc.nat(9) }) },
);

/** A webhook and whoever dispatches for it, one step at a time. */
class World {
  readonly held: ClaimedDelivery[] = [];
  readonly events: string[] = [];
  private readonly versions = [0, 0, 0];

  constructor(readonly webhookId: string) {}

  async change(which: number): Promise<void> {
    this.versions[which]! += 1;
    this.events.push(...(await store.change(which + 1, this.versions[which]!)));
  }

  async claim(room: number): Promise<void> {
    const claimed = await store.claim({ room });
    // The rule: whatever is taken, nothing before it waits.
    for (const { aidRequestId, version, webhookId } of claimed) {
      const before = await store.database.query(
        `SELECT version FROM passerelle.webhook_delivery
         WHERE webhook_id = $1 AND aid_request_id = $2 AND version < $3 AND state = 'pending'`,
        [webhookId, aidRequestId, version],
      );
      expect(before).toEqual([]);
    }
    this.held.push(...claimed);
  }

  /** Also settles what was lost meanwhile: the token must keep that from counting. */
  async settle(which: number, end: AttemptEnd): Promise<void> {
    const [claimed] = this.held.length === 0 ? [] : this.held.splice(which % this.held.length, 1);
    if (claimed === undefined) return;
    const [row] = await store.database.query<{ theirs: boolean }>(
      `SELECT state = 'pending' AND lease_token = $3 AS theirs FROM passerelle.webhook_delivery
       WHERE webhook_id = $1 AND event_seq = $2`,
      [claimed.webhookId, claimed.seq, claimed.token],
    );
    const written = await store.database.transaction((client) => settleDelivery(client, claimed, end));
    expect(written).toBe(row?.theirs === true);
  }

  async retry(which: number): Promise<void> {
    const event = this.events[which % this.events.length];
    if (event === undefined) return;
    await store.database.transaction((client) => retryDelivery(client, this.webhookId, event));
  }

  async replay(which: number): Promise<void> {
    const event = this.events[which % this.events.length];
    if (event === undefined) return;
    await store.database.transaction(async (client) => {
      const place = await findOutboxPlace(client, SIRET, event);
      await replayOutbox(client, this.webhookId, place!.seq);
    });
  }

  /** Goes on until nothing waits. @returns the names in the order of their delivery */
  async drain(): Promise<string[]> {
    const order: string[] = [];
    for (;;) {
      await store.letTimePass();
      const claimed = await store.claim();
      if (claimed.length === 0) return order;
      for (const each of claimed) {
        order.push(`${each.aidRequestId}/${String(each.version)}`);
        await store.database.transaction((client) => settleDelivery(client, each, ENDS['delivered']!));
      }
    }
  }
}

test('whatever fails, is taken over, retried or replayed, nothing is taken before what comes before it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      await store.clear();
      const world = new World((await store.webhook()).id);
      for (const one of steps) {
        if (one.do === 'settle') await world.settle(one.which, ENDS[one.end]!);
        else if (one.do === 'pass') await store.letTimePass();
        else await world[one.do](one.which);
      }
      const order = await world.drain();
      for (const name of new Set(order.map((each) => each.split('/')[0]!))) {
        const versions = order.filter((each) => each.startsWith(name)).map((each) => Number(each.split('/')[1]));
        expect(versions).toEqual(versions.toSorted((a, b) => a - b));
      }
      const left = Object.values(await store.states(world.webhookId));
      expect(left.filter((state) => state === 'pending')).toEqual([]);
      expect(left).toHaveLength(world.events.length);
    }),
    { numRuns: 20 },
  );
});

test('dispatchers side by side never hold the same delivery, nor more than one of an aid request', async () => {
  await store.clear();
  await store.webhook();
  for (let number = 1; number <= 20; number++) await store.change(number, 1, 2);
  const rounds = await Promise.all(Array.from({ length: 6 }, () => store.claim({ room: 7 })));
  // Whoever found the webhook taken went on, and comes again.
  const more = await store.claim();
  const claimed = [...rounds.flat(), ...more];
  expect(new Set(claimed.map(({ seq }) => seq)).size).toBe(claimed.length);
  expect(claimed).toHaveLength(20);
  expect(claimed.every(({ version }) => version === 1)).toBe(true);
});

test('what is under way to one webhook stays below its bound, however many dispatch', async () => {
  await store.clear();
  await store.webhook();
  for (let number = 1; number <= 10; number++) await store.change(number, 1);
  const first = await store.claim({ perWebhook: 3 });
  expect(first).toHaveLength(3);
  expect(await store.claim({ perWebhook: 3 })).toEqual([]);
  await store.database.transaction((client) => settleDelivery(client, first[0]!, ENDS['delivered']!));
  expect(await store.claim({ perWebhook: 3 })).toHaveLength(1);
});

test('a receiver that is gone disables its webhook and ends what waits for it', async () => {
  await store.clear();
  const { id } = await store.webhook();
  await store.change(1, 1, 2);
  const [claimed] = await store.claim();
  const gone = { kind: 'gone', status: 410, problem: 'webhook.gone' } as const;
  expect(await store.database.transaction((client) => settleDelivery(client, claimed!, gone))).toBe(true);
  expect(await store.states(id)).toEqual({ '1/1': 'dead', '1/2': 'dead' });
  await store.change(2, 1);
  expect(await store.claim()).toEqual([]);
});
