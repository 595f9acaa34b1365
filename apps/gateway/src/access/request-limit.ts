/** What a client may still do, for the headers `RateLimit` and `RateLimit-Policy`. */
export interface Allowance {
  readonly allowed: boolean;
  /** Requests that would be answered at once. */
  readonly remaining: number;
  /** Seconds until the next one is answered, or until the whole burst is there again. */
  readonly reset: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** How often buckets of clients that have gone are looked for. */
const SWEEP_MS = 60_000;

/** A bucket of requests for each client: it fills steadily, and holds a burst. */
export class RequestLimit {
  private readonly buckets = new Map<string, Bucket>();
  private sweptAt = 0;

  /**
   * @param perSecond requests in the long run
   * @param burst requests at once
   * @param now milliseconds of a clock that does not go back
   */
  constructor(
    private readonly perSecond: number,
    readonly burst: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one request of a client. */
  take(client: string): Allowance {
    const at = this.now();
    this.sweep(at);
    const bucket = this.buckets.get(client) ?? { tokens: this.burst, at };
    bucket.tokens = this.filled(bucket, at);
    bucket.at = at;
    this.buckets.set(client, bucket);
    const allowed = bucket.tokens >= 1;
    if (allowed) bucket.tokens -= 1;
    const missing = allowed ? this.burst - bucket.tokens : 1 - bucket.tokens;
    return { allowed, remaining: Math.floor(bucket.tokens), reset: Math.ceil(missing / this.perSecond) };
  }

  private filled({ tokens, at }: Bucket, now: number): number {
    return Math.min(this.burst, tokens + ((now - at) / 1_000) * this.perSecond);
  }

  /** A full bucket says nothing that its absence would not. */
  private sweep(at: number): void {
    if (at - this.sweptAt < SWEEP_MS) return;
    this.sweptAt = at;
    for (const [client, bucket] of this.buckets) {
      if (this.filled(bucket, at) >= this.burst) this.buckets.delete(client);
    }
  }
}
