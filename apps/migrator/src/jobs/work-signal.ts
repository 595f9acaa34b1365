import { setTimeout as delay } from 'node:timers/promises';

/**
 * Between the workers of a process and whoever waits for them: tells workers to stop, and the coordinator that a job has
 * ended here. News from other processes is found by asking the database.
 */
export class WorkSignal {
  private readonly controller = new AbortController();
  private wake: (() => void) | null = null;
  /** A job ended while nobody waited: whoever comes to wait looks again at once. */
  private missed = false;

  /** Aborted when the process is asked to stop. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  stop(): void {
    this.controller.abort();
    this.jobEnded();
  }

  jobEnded(): void {
    if (this.wake === null) this.missed = true;
    else this.wake();
  }

  /** Resolves at the next end of a job in this process, or after the time. */
  async next(milliseconds: number): Promise<void> {
    if (this.missed) {
      this.missed = false;
      return;
    }
    const timer = new AbortController();
    const woken = new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    await Promise.race([woken, delay(milliseconds, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
    this.wake = null;
  }
}
