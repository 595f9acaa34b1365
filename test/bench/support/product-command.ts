import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { packageRoot } from '#libs/runtime';
import type { BenchDatabase, BenchServer } from './bench-server.js';
import { type PeakMemory, watchMemory } from './peak-memory.js';

/** Where a command works. */
export interface Place {
  readonly server: BenchServer;
  readonly database: BenchDatabase;
  readonly signal: AbortSignal;
}

/** What a command said and cost; `seconds` from its start to its end, as its user waits for it. */
export interface CommandRun {
  readonly seconds: number;
  readonly stdout: string;
  readonly memory: PeakMemory;
}

/** Exit codes after which the work is done: all landed, or something waits for a person (the exports hold faults). */
const DONE = [0, 3];

/** Runs the built product as its user would. @throws Error with what it said when it did not do its work */
export const runProduct = async (words: readonly string[], place: Place): Promise<CommandRun> => {
  const main = join(packageRoot(), 'dist/apps/migrator/main.js');
  const began = performance.now();
  const child = spawn(process.execPath, [main, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(place),
  });
  const stopWatch = watchMemory(child.pid ?? 0);
  // Asked like this, it stops its workers before it ends; its folder must not go before it.
  const stop = (): boolean => child.kill('SIGTERM');
  place.signal.addEventListener('abort', stop);
  try {
    const closed = once(child, 'close') as Promise<[number | null]>;
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
    const seconds = (performance.now() - began) / 1000;
    place.signal.throwIfAborted();
    if (code === null || !DONE.includes(code)) {
      throw new Error(`passerelle ${words[0] ?? ''} ended with ${String(code)}: ${stderr.slice(-2_000)}`);
    }
    return { seconds, stdout, memory: stopWatch() };
  } finally {
    place.signal.removeEventListener('abort', stop);
    stopWatch();
  }
};

/** The queue lives in the measured database, also where the user's environment names a Redis. */
const environment = ({ server, database }: Place): NodeJS.ProcessEnv => ({
  ...process.env,
  PASSERELLE_HOME: server.home,
  DATABASE_URL: database.url,
  REDIS_URL: '',
  LC_ALL: 'C',
});
