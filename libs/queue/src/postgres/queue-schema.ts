import { TeachingError } from '#libs/domain';
import { runMigrations, SchemaVersionMismatchError } from 'bullmq';
import type pg from 'pg';

/**
 * What PostgreSQL answers when the queue tables were dropped: undefined table, function, schema or type, or (in a session
 * that still had the old ones in its caches) an internal error about something that it can no longer find.
 */
const MISSING = new Set(['42P01', '42883', '3F000', '42704', 'XX000']);
const PERMISSION_DENIED = '42501';

const sqlState = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

export const isSchemaMissing = (error: unknown): boolean => {
  const state = sqlState(error);
  return typeof state === 'string' && MISSING.has(state);
};

const taught = (error: unknown, schema: string): unknown => {
  if (error instanceof SchemaVersionMismatchError) {
    const { minimumClientVersion: needed, clientVersion: ours } = error;
    return new TeachingError('queue.schema-newer', { schema, needed, ours }, { cause: error });
  }
  if (sqlState(error) !== PERMISSION_DENIED) return error;
  return new TeachingError('queue.schema-denied', { schema }, { cause: error });
};

/**
 * Makes or upgrades the queue tables. Any number of processes may do it at once: BullMQ takes an advisory lock.
 * @throws TeachingError `queue.schema-denied` when the role may not create them, `queue.schema-newer` when a newer
 * BullMQ made them
 * @throws the driver's error when the server is away
 */
export const migrateQueueSchema = async (pool: pg.Pool, schema: string): Promise<void> => {
  const client = await pool.connect();
  let failed = true;
  try {
    await runMigrations(client, schema);
    failed = false;
  } catch (error) {
    throw taught(error, schema);
  } finally {
    client.release(failed);
  }
};
