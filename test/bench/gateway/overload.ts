import { randomUUID } from 'node:crypto';
import { onDatabase } from '../support/bench-server.js';
import type { Place } from '../support/product-command.js';
import { type Answer, Asker, type Question } from './asker.js';
import type { BenchedServer } from './servers.js';
import type { GatewayWorld } from './world.js';

/** As many as ask at the same time when there is no hurry: the gateway is busy, and lets all of them in. */
const CALM = 32;
/** One aid request is opened for so many persons who are read. */
const READS_A_WRITE = 3;
const SECONDS = 10;
const QUICK_SECONDS = 2;

/** How a mix of reads and aid requests was answered. */
export interface Crowd {
  /** Requests that were answered by 2xx, a second. */
  readonly acceptedPerSecond: number;
  /** Milliseconds, of those alone. */
  readonly acceptedP99: number;
  readonly accepted: number;
  /** 429 and 503; each has to say when to come back. */
  readonly refused: number;
  readonly withoutRetryAfter: number;
  /** Anything else, and connections that broke. */
  readonly failed: number;
  /** Aid requests that the gateway has acknowledged, and those of them that are not in the store. */
  readonly acknowledged: number;
  readonly lost: number;
}

/** The same mix at what the gateway can answer, and at twice as much. */
export interface OverloadRound {
  readonly capacity: Crowd;
  readonly twice: Crowd;
}

interface Parts {
  readonly gateway: BenchedServer;
  readonly world: GatewayWorld;
  readonly place: Place;
  readonly quick: boolean;
}

export const overloadRound = async (parts: Parts): Promise<OverloadRound> => {
  const capacity = await crowd(parts, (asker, deadline) => asker.inTurn(CALM, deadline));
  const rate = capacity.acceptedPerSecond * 2;
  return { capacity, twice: await crowd(parts, (asker, deadline) => asker.asTheyCome(rate, deadline)) };
};

const crowd = async (
  { gateway, world, place, quick }: Parts,
  askAll: (asker: Asker, deadline: number) => Promise<readonly Answer[]>,
): Promise<Crowd> => {
  const asker = new Asker(gateway.url, mix(world));
  const began = performance.now();
  const answers = await askAll(asker, began + (quick ? QUICK_SECONDS : SECONDS) * 1_000);
  const seconds = (performance.now() - began) / 1_000;
  asker.close();
  const accepted = answers.filter(({ status }) => status >= 200 && status < 300);
  const refused = answers.filter(({ status }) => status === 429 || status === 503);
  const acknowledged = accepted.filter(({ status }) => status === 201);
  const times = accepted.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return {
    acceptedPerSecond: accepted.length / seconds,
    acceptedP99: times[Math.floor(times.length * 0.99)] ?? 0,
    ...{ accepted: accepted.length, refused: refused.length },
    withoutRetryAfter: refused.filter(({ retryAfter }) => retryAfter === undefined).length,
    failed: answers.length - accepted.length - refused.length,
    acknowledged: acknowledged.length,
    lost: await countLost(
      place,
      acknowledged.map(({ body }) => (JSON.parse(body) as { id: string }).id),
    ),
  };
};

/** What a crowd asks: persons, and now and then an aid request for one. */
const mix =
  ({ ids, headers }: GatewayWorld) =>
  (count: number): Question => {
    const someone = ids[Math.floor(Math.random() * ids.length)] ?? '';
    if (count % (READS_A_WRITE + 1) > 0) return { method: 'GET', path: `/v1/persons/${someone}`, headers };
    return {
      method: 'POST',
      path: '/v1/aid-requests',
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ kind: 'food', person_id: someone, amount_cents: 20_000 }),
    };
  };

/** What was acknowledged has to be there with the event that tells of it. */
const countLost = async (place: Place, ids: readonly string[]): Promise<number> => {
  const [row] = await onDatabase(
    place.database.connection,
    async (client) =>
      (
        await client.query<{ lost: number }>(
          `SELECT count(*)::int AS lost FROM unnest($1::uuid[]) AS told (id)
           WHERE NOT EXISTS (SELECT FROM passerelle.aid_request AS kept WHERE kept.id = told.id)
              OR NOT EXISTS (SELECT FROM passerelle.outbox_event AS event WHERE event.aid_request_id = told.id)`,
          [ids],
        )
      ).rows,
  );
  return row?.lost ?? ids.length;
};
