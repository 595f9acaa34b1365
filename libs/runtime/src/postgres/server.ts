import type { ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { TeachingError } from '#libs/domain';
import type { Logger } from '../logging/logger.js';
import type { Cluster } from './cluster.js';
import { writeTuning } from './cluster.js';
import type { DatabaseConnection } from './database-access.js';
import { livePostmaster, removeMistakenLocks } from './postmaster.js';
import { start } from './run-as.js';
import { logSize, openLog, waitsForOrphans } from './server-log.js';
import { serverArguments } from './server-settings.js';

/** Recovery after a crash replays at most max_wal_size, which a slow disk may take minutes for. */
const READY_WITHIN_MS = 10 * 60_000;
/** Starts that fail for a lasting reason are given up after a few seconds. */
const ATTEMPTS = 10;

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
  const { data, logFile } = server.cluster;
  const began = Date.now();
  let attempts = 0;
  let attempt: Attempt | null = null;
  // Each question is a line in the server's log while it recovers, so ask less and less often.
  for (let wait = 10; !(await answers(server.maintenance)); wait = Math.min(wait * 1.5, 500)) {
    if (Date.now() - began > READY_WITHIN_MS) throw notStarted(server);
    if (livePostmaster(data) === null && !isRunning(attempt)) {
      if (attempt === null || !waitsForOrphans(logFile, attempt.logSize)) attempts++;
      if (attempts > ATTEMPTS) throw notStarted(server);
      attempt = launch(server);
    }
    await pause(wait);
  }
  if (attempt !== null) logger.info({ durationMs: Date.now() - began, attempts }, 'embedded PostgreSQL started');
}

interface Attempt {
  readonly child: ChildProcess;
  /** Of the server's log before it, in bytes. */
  readonly logSize: number;
}

const notStarted = (server: Server): TeachingError =>
  new TeachingError('database.not-started', { log: server.cluster.logFile });

const isRunning = (attempt: Attempt | null): boolean =>
  attempt?.child.pid !== undefined && attempt.child.exitCode === null && attempt.child.signalCode === null;

function launch({ cluster, socketFolder }: Server): Attempt {
  removeMistakenLocks(cluster.data, socketFolder);
  writeTuning(cluster);
  const log = openLog(cluster.logFile);
  const before = logSize(cluster.logFile);
  const child = start(cluster.binaries, cluster.runAs, 'postgres', serverArguments(cluster.data, socketFolder), log);
  closeSync(log);
  // A program that cannot even be started shows as a child without a pid, which counts as a failed attempt.
  child.on('error', () => undefined);
  child.unref();
  return { child, logSize: before };
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
