import { setTimeout as pause } from 'node:timers/promises';
import { TeachingError } from '#libs/domain';
import { claim, liveClaims, pidOf, type Claim } from './claims.js';

/** First starts include initdb and crash recovery; whoever waits longer than this waits for a stopped process. */
const PATIENCE_MS = 15 * 60_000;

/**
 * The lock of a folder if nobody has it, else null. Each contender raises its claim first and looks at the others second,
 * so of two contenders at least one sees the other (Dekker's rule): never two holders, at worst none, and both try again.
 * A stale lock needs no taking over: a dead process's claim does not count.
 */
export function tryLock(folder: string): Claim | null {
  if (liveClaims(folder).length > 0) return null;
  const own = claim(folder);
  if (liveClaims(folder).every((name) => name === own.name)) return own;
  own.drop();
  return null;
}

/**
 * Does the work while no other process (nor another call in this one) holds the folder's lock.
 * @throws TeachingError `home.busy` when somebody keeps it for a quarter of an hour.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = await waitForLock(folder);
  try {
    return await work();
  } finally {
    lock.drop();
  }
}

async function waitForLock(folder: string): Promise<Claim> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const lock = tryLock(folder);
    if (lock !== null) return lock;
    if (Date.now() > deadline)
      throw new TeachingError('home.busy', { folder, pid: pidOf(liveClaims(folder)[0] ?? '0') });
    // Uneven steps, or two contenders that gave way to each other would meet again.
    await pause(5 + Math.random() * 35);
  }
}
