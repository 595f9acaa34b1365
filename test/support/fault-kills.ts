import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../libs/queue/test/until.js';
import { Random } from '../../apps/migrator/src/generate/random.js';
import type { FaultImport, Running } from './fault-import.js';
import { send } from './fault-watch.js';
import { isAlive } from './serving.js';
import type { Ending } from './spawn-cli.js';

const WORKERS = 2;
/** A kill comes at most so long after the last one, in milliseconds: the time that a few chunks take. */
const LONGEST_MS = 400;
/** How soon the workers of a killed command must be gone. */
const ORPHANS_MS = 15_000;

/**
 * Imports, and meanwhile kills workers and the command with kill -9 at instants that the seed gives; a killed command is given
 * again. Answers how the last one ended, and how many kills there were: fewer than asked for when the import was faster.
 */
export async function importUnderKills(
  run: FaultImport,
  source: string,
  { kills, seed }: { readonly kills: number; readonly seed: number },
): Promise<{ readonly end: Ending; readonly kills: number }> {
  const random = new Random(seed, 1, 2, 3);
  let command = run.import(source, WORKERS);
  let done = 0;
  while (done < kills) {
    const pids = await workersOf(run, command);
    if (hasEnded(command)) break;
    // The instant itself is what the seed gives; nothing is waited for.
    await pause(random.below(LONGEST_MS));
    const { pid } = command.child;
    const victim = random.chance(0.4) ? pid : random.pick(pids);
    if (victim === undefined || hasEnded(command) || !send(victim, 'SIGKILL')) continue;
    done += 1;
    if (victim !== pid) continue;
    await command.ended;
    await until('no worker outlives its command', () => !pids.some(isAlive), ORPHANS_MS);
    command = run.import(source, WORKERS);
  }
  return { end: await command.ended, kills: done };
}

const hasEnded = ({ child }: Running): boolean => child.exitCode !== null || child.signalCode !== null;

/** Living workers of a command; waits for the first one, unless the command ends before. */
async function workersOf(run: FaultImport, command: Running): Promise<number[]> {
  let pids: number[] = [];
  await until('a worker, or the end', async () => {
    pids = (await run.watch.workers()).filter(isAlive);
    return pids.length > 0 || hasEnded(command);
  });
  return pids;
}
