import type autocannon from 'autocannon';
import { ask, type Load } from './load.js';
import { graphqlRequest } from './postgraphile-query.js';
import type { BenchedServer } from './servers.js';
import type { GatewayWorld } from './world.js';

const CONNECTIONS = 100;
const SECONDS = 10;
const QUICK_SECONDS = 2;

/** Who is asked. */
export interface ReadServers {
  readonly bare: BenchedServer;
  readonly gateway: BenchedServer;
  /** Null where it is not installed. */
  readonly postGraphile: BenchedServer | null;
}

/** Reads of all sides, taken one after the other. */
export interface ReadRound {
  readonly bare: Load;
  readonly gateway: Load;
  readonly bareAgain: Load;
  readonly postGraphile: Load | null;
}

/** The bare server before and after the gateway: a machine that slows down meanwhile is slow for both. */
export const readRound = async (servers: ReadServers, world: GatewayWorld, quick: boolean): Promise<ReadRound> => {
  const seconds = quick ? QUICK_SECONDS : SECONDS;
  const reads = world.ids.map((id): autocannon.Request => ({ method: 'GET', path: `/v1/persons/${id}` }));
  const from = ({ url }: BenchedServer, requests = reads, headers = world.headers): Promise<Load> =>
    ask({ url, headers, requests, connections: CONNECTIONS, seconds });
  const { bare, gateway, postGraphile } = servers;
  return {
    bare: await from(bare),
    gateway: await from(gateway),
    bareAgain: await from(bare),
    postGraphile:
      postGraphile === null
        ? null
        : await from(postGraphile, world.ids.map(graphqlRequest), { 'content-type': 'application/json' }),
  };
};
