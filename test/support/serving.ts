import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { startOf } from '../../libs/runtime/src/home/process-identity.js';
import { ending, startPasserelle, type Ending } from './spawn-cli.js';

/** What a serving command says with `--json` when it serves. */
export interface Places {
  readonly api: string;
  readonly operations: string;
  readonly pids?: { readonly gateway: number; readonly workers: readonly number[] };
}

export interface Serving extends Places {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ending>;
  /** Asks it to stop, and waits for the end; `ms` is how long that took. */
  stop(): Promise<Ending & { readonly ms: number }>;
}

const started = new Set<ChildProcessWithoutNullStreams>();

/** Ends what a failed test left running, or Jest would wait for it; its parts end with it. */
export function killServing(): void {
  for (const child of started) child.kill('SIGKILL');
  started.clear();
}

/** Starts `gateway` or `up` on free ports, on the home alone unless the environment says otherwise; it serves on return. */
export async function serve(line: string, environment: Readonly<Record<string, string>>): Promise<Serving> {
  const words = [...line.split(' '), '--json', '--port', '0'];
  const child = startPasserelle(words, { DATABASE_URL: '', REDIS_URL: '', ...environment });
  started.add(child);
  const ended = ending(child).finally(() => started.delete(child));
  const first = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const said = await Promise.race([
    first.then(([text]) => text),
    ended.then(({ stderr }) => Promise.reject(new Error(stderr))),
  ]);
  const stop = async () => {
    const began = performance.now();
    child.kill('SIGTERM');
    return { ...(await ended), ms: performance.now() - began };
  };
  return { ...(JSON.parse(said) as Places), child, ended, stop };
}

const LONGEST_WAIT_MS = 40_000;

/** Waits until it holds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  while (!(await holds())) {
    if (performance.now() > deadline)
      throw new Error(`not reached within ${String(LONGEST_WAIT_MS)} ms: ${String(holds)}`);
    await pause(10);
  }
}

/** The status and the words of readiness. */
export async function readiness({ operations }: Places): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${operations}/health/ready`);
  return { status: response.status, body: await response.json() };
}

export const untilReady = (places: Places): Promise<void> =>
  until(async () => (await readiness(places)).status === 200);

export const isAlive = (pid: number): boolean => startOf(pid) !== null;
