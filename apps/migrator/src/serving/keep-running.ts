import { setTimeout as pause } from 'node:timers/promises';
import type { Part, PartEnd, RunningPart } from './part.js';
import { nextPause } from './restart-pause.js';
import { stopPart } from './stop-part.js';

/** Told each time that a part ended by itself and will be started again. */
export type OnRestart = (part: Part, end: PartEnd, pauseMs: number) => void;

/**
 * Keeps a part running until `stop` is aborted; returns when its process has ended. `running` is its first start.
 * @throws what the part refused for, when its first start ended with that: later, the reason may pass
 */
export async function keepRunning(
  part: Part,
  running: RunningPart,
  stop: AbortSignal,
  onRestart: OnRestart,
): Promise<void> {
  const stopped = abortOf(stop);
  let pauseMs = 0;
  for (let current = running; ; current = part.start()) {
    const began = performance.now();
    const end = await endOrStop(current, stop, stopped);
    if (end === undefined) return;
    if (current === running && end.refusal !== undefined) throw end.refusal;
    pauseMs = nextPause(pauseMs, performance.now() - began);
    onRestart(part, end, pauseMs);
    await pauseOrStop(pauseMs, stop);
    if (stop.aborted) return;
  }
}

/** How the process ended by itself, or nothing when it was stopped. */
async function endOrStop(
  running: RunningPart,
  stop: AbortSignal,
  stopped: Promise<void>,
): Promise<PartEnd | undefined> {
  const end = await Promise.race([running.ended, stopped]);
  if (!stop.aborted) return end ?? undefined;
  await stopPart(running);
  return undefined;
}

const abortOf = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

async function pauseOrStop(pauseMs: number, stop: AbortSignal): Promise<void> {
  try {
    await pause(pauseMs, undefined, { signal: stop });
  } catch (error) {
    if (!stop.aborted) throw error;
  }
}
