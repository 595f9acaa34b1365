/** What the loop may lag behind before nobody new is let in. */
const LATE_MS = 250;
/**
 * A request that took longer says that too many are worked on at a time: a quarter of what is promised (invariant 25), for whoever
 * comes with a crowd has waited to be looked at before.
 */
const SLOW_MS = 250;
/** So many are always let in: a few slow calls must not close the gateway. */
const FLOOR = 32;
const SHRINK = 0.8;
/** So many more are let in when as many as may be under way were all quick. */
const WIDEN = 10;

/** What the gate looks at. */
export interface OverloadParts {
  /** Requests at a time, at most. */
  readonly most: number;
  /** Milliseconds by which the event loop lags. */
  readonly delay: () => number;
  /** Milliseconds of a clock that does not go back. */
  readonly now?: () => number;
}

/**
 * Decides whether one more request is let in, before any work is done for it. How many at a time follows from how long they
 * take: less by a fifth when one took a quarter of a second, ten more when as many as may be under way did not, as TCP does it.
 * So a slow database shortens the queue, and those who are let in keep their time.
 */
export class Overload {
  private readonly now: () => number;
  private allowed: number;
  private shrunkAt = Number.NEGATIVE_INFINITY;
  private under = 0;
  private waiting: (() => void)[] = [];

  constructor(private readonly parts: OverloadParts) {
    this.now = parts.now ?? (() => performance.now());
    this.allowed = parts.most;
  }

  /** Requests under way. */
  get inFlight(): number {
    return this.under;
  }

  /** Requests that may be under way at a time now. */
  get limit(): number {
    return Math.floor(this.allowed);
  }

  /** @returns when the request was let in, for `leave`; null: it is to be refused */
  enter(): number | null {
    if (this.under >= this.limit || this.parts.delay() > LATE_MS) return null;
    this.under += 1;
    return this.now();
  }

  /** Resolves when nothing is under way: also a request whose client has left is worked on to its end. */
  async idle(): Promise<void> {
    if (this.under > 0) await new Promise<void>((resolve) => void this.waiting.push(resolve));
  }

  /** Once for each request that was let in. @param entered what `enter` returned */
  leave(entered: number): void {
    this.under -= 1;
    if (this.under === 0) for (const resolve of this.waiting.splice(0)) resolve();
    const now = this.now();
    if (now - entered < SLOW_MS) {
      this.allowed = Math.min(this.parts.most, this.allowed + WIDEN / this.allowed);
    } else if (entered >= this.shrunkAt) {
      // Those who were let in before the last step say nothing about what it did.
      this.shrunkAt = now;
      this.allowed = Math.max(Math.min(FLOOR, this.parts.most), this.allowed * SHRINK);
    }
  }
}
