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
  readonly paths: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

/** Of so many each connection asks for: all connections together ask for all. */
const PATHS_A_CONNECTION = 100;

/**
 * Asks over connections of which each waits for its answer before it asks again.
 * @throws Error where anything but 200 was answered: nothing was measured then
 */
export const ask = async ({ url, headers, paths, connections, seconds }: Asking): Promise<Load> => {
  const result = await autocannon({
    ...{ url, connections, duration: seconds },
    // A refusal costs little and would flatter both figures.
    excludeErrorStats: true,
    headers: { ...headers },
    setupClient: (client) => client.setRequests(someOf(paths).map((path) => ({ method: 'GET', path }))),
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

/** Others for each connection, or all of them would ask for the same one at a time. */
const someOf = (paths: readonly string[]): readonly string[] => {
  const begin = randomInt(paths.length);
  return [...paths.slice(begin), ...paths].slice(0, PATHS_A_CONNECTION);
};
