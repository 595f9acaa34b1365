import { randomInt } from 'node:crypto';
import autocannon from 'autocannon';

/** How a server answered. */
export interface Load {
  readonly answersPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly answers: number;
  /** Told to come back in a moment (503). */
  readonly refused: number;
}

/** What to ask of whom. */
export interface Asking {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly requests: readonly autocannon.Request[];
  readonly connections: number;
  readonly seconds: number;
}

/** So many each connection makes, again and again; all connections together make all. */
const REQUESTS_A_CONNECTION = 100;

/**
 * Asks over connections of which each waits for its answer before it asks again.
 * @throws Error where anything but 200 was answered: nothing was measured then
 */
export const ask = async ({ url, headers, requests, connections, seconds }: Asking): Promise<Load> => {
  const result = await autocannon({
    ...{ url, connections, duration: seconds },
    // A refusal costs little and would flatter both figures.
    excludeErrorStats: true,
    headers: { ...headers },
    setupClient: (client) => client.setRequests(someOf(requests)),
  });
  const answers = result['2xx'];
  const refused = result.statusCodeStats?.['503']?.count ?? 0;
  const failed = result.non2xx - refused + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${String(failed)} requests got neither an answer nor the word to come back later`);
  return {
    answersPerSecond: answers / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    answers,
    refused,
  };
};

/** Others for each connection, or all of them would ask for the same person at a time. */
const someOf = (requests: readonly autocannon.Request[]): autocannon.Request[] => {
  const begin = randomInt(requests.length);
  return [...requests.slice(begin), ...requests].slice(0, REQUESTS_A_CONNECTION).map((request) => ({ ...request }));
};
