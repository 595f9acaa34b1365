import { setTimeout as delay } from 'node:timers/promises';

/** Wakes one who waits. A ring while nobody waits is kept: whoever comes to wait goes on at once. */
export class Bell {
  private rung = false;
  private wake: (() => void) | null = null;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  /** Resolves at the next ring, or after that many milliseconds. */
  async next(milliseconds: number): Promise<void> {
    if (!this.rung) {
      const timer = new AbortController();
      const woken = new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      const late = delay(milliseconds, undefined, { signal: timer.signal }).catch(() => undefined);
      await Promise.race([woken, late]);
      timer.abort();
      this.wake = null;
    }
    this.rung = false;
  }
}
