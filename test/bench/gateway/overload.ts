import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { onDatabase } from '../support/bench-server.js';
import type { Place } from '../support/product-command.js';
import type { BenchedServer } from './servers.js';
import type { GatewayWorld } from './world.js';

/** As many as ask at the same time when there is no hurry. */
const CONNECTIONS = 100;
/** So many that nobody waits for somebody else's answer before asking. */
const CROWD = 500;
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
  const capacity = await crowd(parts, { connections: CONNECTIONS });
  const rate = Math.ceil(capacity.acceptedPerSecond * 2);
  return { capacity, twice: await crowd(parts, { connections: Math.min(CROWD, rate), overallRate: rate }) };
};

const crowd = async (
  { gateway, world, place, quick }: Parts,
  how: Pick<autocannon.Options, 'connections' | 'overallRate'>,
): Promise<Crowd> => {
  const times: number[] = [];
  const acknowledged: string[] = [];
  let [refused, withoutRetryAfter, failed] = [0, 0, 0];
  const answered = (status: number, body: string, headers: object): void => {
    if (status === 201) acknowledged.push((JSON.parse(body) as { id: string }).id);
    if (status !== 429 && status !== 503) return;
    refused += 1;
    if (!Object.keys(headers).some((name) => name.toLowerCase() === 'retry-after')) withoutRetryAfter += 1;
  };
  const options: autocannon.Options = {
    ...how,
    url: gateway.url,
    duration: quick ? QUICK_SECONDS : SECONDS,
    headers: { ...world.headers },
    setupClient: (client) => client.setRequests(mix(world, answered)),
  };
  const { errors, timeouts, duration } = await new Promise<autocannon.Result>((resolve, reject) => {
    autocannon(options, (error: Error | null, result) => (error === null ? resolve(result) : reject(error))).on(
      'response',
      (_client, status, _bytes, time) => {
        if (status < 300) times.push(time);
        else if (status !== 429 && status !== 503) failed += 1;
      },
    );
  });
  return {
    acceptedPerSecond: times.length / duration,
    acceptedP99: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0,
    ...{ accepted: times.length, refused, withoutRetryAfter, failed: failed + errors + timeouts },
    acknowledged: acknowledged.length,
    lost: await countLost(place, acknowledged),
  };
};

type Answered = (status: number, body: string, headers: object) => void;

/** What one connection asks, again and again. */
const mix = ({ ids, headers }: GatewayWorld, answered: Answered): autocannon.Request[] => {
  const onResponse = (status: number, body: string, _context: object, told: object = {}): void =>
    answered(status, body, told);
  const someone = (): string => ids[Math.floor(Math.random() * ids.length)] ?? '';
  const read = (): autocannon.Request => ({ method: 'GET', path: `/v1/persons/${someone()}`, onResponse });
  const write: autocannon.Request = {
    method: 'POST',
    path: '/v1/aid-requests',
    setupRequest: (request) => ({
      ...request,
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ kind: 'food', person_id: someone(), amount_cents: 20_000 }),
    }),
    onResponse,
  };
  return [write, ...Array.from({ length: READS_A_WRITE }, read)];
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
