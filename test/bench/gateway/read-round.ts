import { ask, type Load } from './load.js';
import type { BenchedServer } from './servers.js';
import type { GatewayWorld } from './world.js';

const CONNECTIONS = 100;
const SECONDS = 10;
const QUICK_SECONDS = 2;

/** Reads of both sides, taken one after the other. */
export interface ReadRound {
  readonly bare: Load;
  readonly gateway: Load;
  readonly bareAgain: Load;
}

/** The bare server before and after the gateway: a machine that slows down meanwhile is slow for both. */
export const readRound = async ({
  bare,
  gateway,
  world,
  quick,
}: {
  readonly bare: BenchedServer;
  readonly gateway: BenchedServer;
  readonly world: GatewayWorld;
  readonly quick: boolean;
}): Promise<ReadRound> => {
  const of = ({ url }: BenchedServer): Promise<Load> =>
    ask({
      ...{ url, headers: world.headers, connections: CONNECTIONS, seconds: quick ? QUICK_SECONDS : SECONDS },
      paths: world.ids.map((id) => `/v1/persons/${id}`),
    });
  return { bare: await of(bare), gateway: await of(gateway), bareAgain: await of(bare) };
};
