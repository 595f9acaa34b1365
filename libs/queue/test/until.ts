import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 10;

/** Waits for a state. Throws with its name when it has not come within `ms` milliseconds. */
export const until = async (state: string, holds: () => boolean | Promise<boolean>, ms = 20_000): Promise<void> => {
  const deadline = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`not reached within ${String(ms)} ms: ${state}`);
    await pause(LOOK_EVERY_MS);
  }
};
