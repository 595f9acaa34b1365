import { type BenchGround, type Findings, runSuite } from '../support/bench-ground.js';
import { judge } from '../support/line.js';
import type { BenchOptions } from '../support/options.js';
import type { Place } from '../support/product-command.js';
import type { Report } from '../support/report.js';
import { gatewayLines } from './lines.js';
import { makeFunctions } from './postgraphile-query.js';
import { readStatements } from './read-statements.js';
import { type OverloadRound, overloadRound } from './overload.js';
import { type ReadRound, readRound } from './read-round.js';
import { startBare, startGateway, startPostGraphile } from './servers.js';
import { makeWorld } from './world.js';

/** Connections of the gateway to its database; see `GatewayDatabase`. */
const CONNECTIONS = 16;

/** A gateway runs for months; compilers of Node need half a minute of requests until nothing changes any more. */
const WARM_UP_ROUNDS = 3;

/** All that one round measured. */
export type GatewayRound = ReadRound & OverloadRound;

/** Measures the gateway: reads against a bare server, and what becomes of twice as many requests as it can answer. */
export const benchGateway = (options: BenchOptions, signal: AbortSignal): Promise<Report> =>
  runSuite(options, signal, (ground) => measure(options, ground));

const measure = async (options: BenchOptions, { server, folder, signal, tell }: BenchGround): Promise<Findings> => {
  const place: Place = { server, database: await server.fresh(), signal };
  tell('importing and linking the persons who are asked for');
  const world = await makeWorld(options.records, folder, place);
  const statements = await readStatements(place, world);
  const { connection } = place.database;
  const parts = { connection: { ...connection }, connections: CONNECTIONS };
  const bare = await startBare({ ...parts, statements });
  await makeFunctions(place, statements);
  const postGraphile = await startPostGraphile(parts);
  const gateway = await startGateway(place, world.configDir);
  const servers = { bare, gateway, postGraphile };
  const rounds: GatewayRound[] = [];
  try {
    tell('warming up');
    for (let n = 0; n < WARM_UP_ROUNDS; n++) await readRound(servers, world, options.quick);
    for (let n = 1; n <= options.rounds; n++) {
      tell(`round ${String(n)} of ${String(options.rounds)}`);
      signal.throwIfAborted();
      const reads = await readRound(servers, world, options.quick);
      tell('at capacity, and at twice as much');
      rounds.push({ ...reads, ...(await overloadRound({ gateway, world, place, quick: options.quick })) });
    }
  } finally {
    await gateway.stop();
    await bare.stop();
    await postGraphile?.stop();
  }
  return {
    records: world.persons,
    rounds: rounds.length,
    lines: gatewayLines(rounds).map(judge),
    detail: rounds,
  };
};
