/** How often the loop is asked for a sign of life. */
const TICK_MS = 100;

/** How far this process's event loop lags behind: work that waits there is seen by no counter. */
export class LoopDelay {
  private tickedAt: number;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.tickedAt = now();
    this.timer = setInterval(() => (this.tickedAt = this.now()), TICK_MS).unref();
  }

  /** Milliseconds by which the last tick is overdue at this moment; 0 when the loop turns as it should. */
  get milliseconds(): number {
    return Math.max(0, this.now() - this.tickedAt - TICK_MS);
  }

  close(): void {
    clearInterval(this.timer);
  }
}
