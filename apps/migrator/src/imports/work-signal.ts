import { setTimeout as delay } from 'node:timers/promises';

/**
 * Between the workers of a process and whoever waits for them: tells workers to stop, and the coordinator that a chunk has
 * ended here. News from other processes is found by asking the database.
 */
export class WorkSignal {
  private readonly controller = new AbortController();
  private wake: () => void = () => undefined;

  /** Aborted when the process is asked to stop. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  stop(): void {
    this.controller.abort();
    this.wake();
  }

  chunkEnded(): void {
    this.wake();
  }

  /** Resolves at the next end of a chunk in this process, or after the time. */
  async next(milliseconds: number): Promise<void> {
    const timer = new AbortController();
    const woken = new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    await Promise.race([woken, delay(milliseconds, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
    this.wake = () => undefined;
  }
}
