import { type Logger, openDatabase, type Settings } from '#libs/runtime';
import { ApiModule } from './api/api.module.js';
import { DatabaseWatch } from './database/database-watch.js';
import type { GatewayOptions } from './gateway-options.js';
import { type Listener, openListener } from './http/listener.js';
import { OperationsModule } from './operations/operations.module.js';
import { Readiness } from './operations/readiness.js';

/** Requests under way get this long to end; with what follows, a stop stays under ten seconds. */
const DRAIN_MS = 6_000;
const OPERATIONS_DRAIN_MS = 500;

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
  const database = new DatabaseWatch(() => openDatabase(settings, logger), logger);
  const readiness = new Readiness(() => database.missing());
  const open: Listener[] = [];
  const stop = async (): Promise<void> => {
    readiness.beginStop();
    const [api, operations] = open;
    try {
      await api?.close(DRAIN_MS);
      // Last of the two: until here, whoever asks is told that this gateway stops.
      await operations?.close(OPERATIONS_DRAIN_MS);
    } finally {
      await database.close();
    }
  };
  try {
    const api = await openListener(ApiModule, { host, port, option: '--port' }, logger);
    open.push(api);
    const module = OperationsModule.forRoot(readiness);
    const operations = await openListener(module, { host, port: opsPort, option: '--ops-port' }, logger);
    open.push(operations);
    await database.begin();
    return { port: api.port, opsPort: operations.port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
