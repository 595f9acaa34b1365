import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { TeachingError } from '#libs/domain';
import type { Logger } from '../logging/logger.js';
import type { Cluster } from './cluster.js';
import { writeTuning } from './cluster.js';
import type { DatabaseConnection } from './database-access.js';
import { livePostmaster, removeMistakenLocks } from './postmaster.js';
import { start } from './run-as.js';
import { serverArguments } from './server-settings.js';

/** Recovery after a crash replays at most max_wal_size, which a slow disk may take minutes for. */
const READY_WITHIN_MS = 10 * 60_000;
/** A server that was killed leaves children that need a moment to notice; a fresh one refuses to start until then. */
const ATTEMPTS = 8;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

export interface Server {
  readonly cluster: Cluster;
  readonly socketFolder: string;
  /** To the maintenance database, which is there from the start. */
  readonly maintenance: DatabaseConnection;
}

/**
 * Returns once the server answers, starting it as often as needed: it may be down, starting, recovering or shutting down.
 * The caller holds the home's lock.
 * @throws TeachingError `database.not-started` with the log's name, or `database.password`.
 */
export async function ensureRunning(server: Server, logger: Logger): Promise<void> {
  const began = Date.now();
  let attempts = 0;
  for (let child: ChildProcess | null = null; !(await answers(server.maintenance)); await pause(attempts * 20)) {
    if (livePostmaster(server.cluster.data) !== null || (child !== null && isRunning(child))) {
      if (Date.now() - began > READY_WITHIN_MS) throw notStarted(server);
    } else {
      if (attempts++ === ATTEMPTS) throw notStarted(server);
      if (attempts > 1) await pause(attempts * 100);
      child = launch(server);
    }
  }
  if (attempts > 0) logger.info({ durationMs: Date.now() - began, attempts }, 'embedded PostgreSQL started');
}

const notStarted = (server: Server): TeachingError =>
  new TeachingError('database.not-started', { log: server.cluster.logFile });

const isRunning = (child: ChildProcess): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;

function launch({ cluster, socketFolder }: Server): ChildProcess {
  removeMistakenLocks(cluster.data, socketFolder);
  writeTuning(cluster);
  rotateLog(cluster.logFile);
  const log = openSync(cluster.logFile, 'a', 0o600);
  const child = start(cluster.binaries, cluster.runAs, 'postgres', serverArguments(cluster.data, socketFolder), log);
  closeSync(log);
  // A program that cannot even be started shows as a child without a pid, which the caller counts as a failed attempt.
  child.on('error', () => undefined);
  child.unref();
  return child;
}

function rotateLog(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
}

const STARTING = new Set(['57P03', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE']);
const TOO_MANY_CONNECTIONS = '53300';

async function answers(connection: DatabaseConnection): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 });
  // The server may go away between the answer and our goodbye.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === TOO_MANY_CONNECTIONS) return true;
    if (code === '28P01') throw new TeachingError('database.password', {});
    // Without a code: the connection ended or timed out before an answer.
    if (code === undefined || STARTING.has(code)) return false;
    throw error;
  } finally {
    await client.end();
  }
}
