import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine, startOf } from '../home/process-identity.js';

const FAST_STOP_MS = 10_000;
const IMMEDIATE_STOP_MS = 5_000;

/** The pid of the living server of a data folder, or null. A pid that the system gave to another program is nobody. */
export function livePostmaster(data: string): number | null {
  const pid = readPid(join(data, 'postmaster.pid'));
  return pid !== null && startOf(pid) !== null && isPostmaster(pid, data) ? pid : null;
}

/**
 * Removes lock files whose pid belongs to a living program that is not this server. PostgreSQL recovers by itself from
 * lock files of the dead, but takes whoever has the pid today for a running server and would refuse to start.
 */
export function removeMistakenLocks(data: string, socketFolder: string): void {
  for (const file of [join(data, 'postmaster.pid'), join(socketFolder, '.s.PGSQL.5432.lock')]) {
    const pid = readPid(file);
    if (pid !== null && startOf(pid) !== null && !isPostmaster(pid, data)) rmSync(file, { force: true });
  }
}

/** Ends the server: a fast shutdown, after ten seconds an immediate one (which recovers at the next start). */
export async function stopPostmaster(data: string): Promise<void> {
  const pid = livePostmaster(data);
  if (pid === null) return;
  const started = startOf(pid);
  for (const [signal, patience] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
    ['SIGKILL', IMMEDIATE_STOP_MS],
  ] as const) {
    signalPostmaster(data, signal);
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (startOf(pid) !== started) return;
      await pause(20);
    }
  }
}

/** Sends a signal to the living server of the data folder; nothing where there is none. */
export function signalPostmaster(data: string, signal: NodeJS.Signals): void {
  const pid = livePostmaster(data);
  try {
    if (pid !== null) process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The postmaster alone keeps its arguments: its children replace theirs with a title. */
const isPostmaster = (pid: number, data: string): boolean => commandLine(pid)?.includes(` -D ${data} `) === true;

function readPid(file: string): number | null {
  const pid = Math.abs(Number.parseInt(readIfPresent(file), 10));
  return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
}

/** A server that stops takes its file away at any instant: asking first whether it is there would be asking too early. */
function readIfPresent(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
