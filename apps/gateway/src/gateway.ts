import { type Logger, openDatabase, type Settings } from '#libs/runtime';
import { ApiModule } from './api/api.module.js';
import { readApiParts } from './api/api-parts.js';
import { GatewayDatabase } from './database/gateway-database.js';
import { DatabaseWatch } from './database/database-watch.js';
import type { GatewayOptions } from './gateway-options.js';
import type { ApiShield } from './http/adapter.js';
import { type Listener, openListener } from './http/listener.js';
import { apiDocument } from './openapi/api-document.js';
import { publishDocs } from './openapi/publish-docs.js';
import { GatewayMetrics } from './operations/gateway-metrics.js';
import { HouseKeeping } from './operations/house-keeping.js';
import { LoopDelay } from './operations/loop-delay.js';
import { OperationsModule } from './operations/operations.module.js';
import { Overload } from './operations/overload.js';
import { Readiness } from './operations/readiness.js';
import { openTraces } from './operations/traces.js';
import { within } from './process/within.js';

/** Requests under way get this long to end; with what follows, a stop stays under ten seconds. */
const DRAIN_MS = 6_000;
const OPERATIONS_DRAIN_MS = 500;
/** Where `gateway.yml` says nothing: the burst that the City expects. */
const REQUESTS_IN_FLIGHT = 200;

/** Nobody shall take an answer about invented persons for one about somebody. */
const SANDBOX = { 'Passerelle-Sandbox': 'true' };

/** A gateway that answers. */
export interface Gateway {
  readonly port: number;
  readonly opsPort: number;
  /** Says "not ready", lets the requests under way end, then gives up ports and database. */
  stop(): Promise<void>;
}

/**
 * Listens first, so that a port in use is told before a database is started; liveness answers from then on.
 * @throws TeachingError of the listeners, or of the database where waiting for it would not help
 */
export async function startGateway(options: GatewayOptions, settings: Settings, logger: Logger): Promise<Gateway> {
  const { host, port, opsPort } = options;
  const store = new GatewayDatabase(logger);
  const metrics = new GatewayMetrics();
  const parts = readApiParts(settings, store, metrics, logger);
  const { limits, proxies = [] } = parts.rules;
  const loop = new LoopDelay();
  const overload = new Overload({
    most: limits.requestsInFlight ?? REQUESTS_IN_FLIGHT,
    delay: () => loop.milliseconds,
  });
  const traces = await openTraces(settings);
  const keeping = new HouseKeeping(store, logger);
  const database = new DatabaseWatch(async () => {
    const access = await openDatabase(settings, logger);
    await store.open(access, parts.prepare);
    parts.delivery.begin(access);
    keeping.begin();
    return access;
  }, logger);
  const readiness = new Readiness(() => database.missing());
  const open: Listener[] = [];
  const stop = async (): Promise<void> => {
    readiness.beginStop();
    keeping.stop();
    const [api, operations] = open;
    // Beside the requests: what they change now is delivered by another process, or by the next.
    const undelivered = parts.delivery.stop();
    try {
      await api?.close(DRAIN_MS);
      // Clients that have left are no longer waited for there; what is done for them still needs the database.
      await within(OPERATIONS_DRAIN_MS, overload.idle()).catch(() => logger.warn('requests under way were given up'));
      // Last of the two: until here, whoever asks is told that this gateway stops.
      await operations?.close(OPERATIONS_DRAIN_MS);
    } finally {
      await undelivered.catch((error: unknown) => logger.warn({ err: error }, 'webhooks did not stop in order'));
      await parts.trail
        .close()
        .catch((error: unknown) => logger.warn({ err: error }, 'no checkpoint of the trail at the end'));
      loop.close();
      await traces?.close();
      await store.close();
      await database.close();
    }
  };
  try {
    const document = apiDocument();
    const shield: ApiShield = {
      watchers: { metrics, overload, traces },
      proxies,
      publish: (instance) => publishDocs(instance, document),
      ...(options.isSandbox === true ? { headers: SANDBOX } : {}),
    };
    const api = await openListener(ApiModule.forRoot(parts), { host, port, option: '--port' }, logger, shield);
    open.push(api);
    const module = OperationsModule.forRoot(readiness, metrics);
    const operations = await openListener(module, { host, port: opsPort, option: '--ops-port' }, logger);
    open.push(operations);
    await database.begin();
    return { port: api.port, opsPort: operations.port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
