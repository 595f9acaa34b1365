import { createRedisBackend, setDefaultBackendFactory, type BackendFactory, type IQueueBackend } from 'bullmq';
import { PostgresConnectionSource } from './postgres/postgres-connection-source.js';
import { SharedPostgresBackend } from './postgres/shared-postgres.backend.js';

/** Chooses by what lies in the `connection` option, so that one process (a test, above all) can use both servers. */
const createBackend: BackendFactory = (name, options, roles): IQueueBackend => {
  const source: unknown = 'source' in options.connection ? options.connection['source'] : undefined;
  return source instanceof PostgresConnectionSource
    ? new SharedPostgresBackend(source, name, { ...options, connection: source })
    : createRedisBackend(name, options, roles);
};

/**
 * Tells BullMQ about our backends. It must happen before the first queue is built, and `@nestjs/bullmq` offers no place
 * for it: its constructors take no factory. Calling it again changes nothing.
 */
export const installBackends = (): void => setDefaultBackendFactory(createBackend);
