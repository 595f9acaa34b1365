/** Seconds over which the rate is smoothed: long enough to hide one slow chunk, short enough to follow a change. */
const SMOOTHING_SECONDS = 10;
/** Samples closer than this are joined: a rate over a millisecond is noise. */
const SHORTEST_SAMPLE_MS = 250;
/** More than this is not a forecast but a standstill: what waits for an outage to end has no time left to tell. */
const LONGEST_FORECAST_MS = 7 * 24 * 3_600_000;

/** The smoothed rate of a counter, and from it the time left. Times are milliseconds of a clock that never runs back. */
export class RateMeter {
  private rate = 0;
  /** How much of the smoothing window has been seen; corrects the start, where the average knows only zeros. */
  private weight = 0;
  private lastValue: number;
  private lastAt: number;

  constructor(now: number, value = 0) {
    this.lastAt = now;
    this.lastValue = value;
  }

  /** Takes the value of the counter at a time; answers the rate a second. */
  sample(now: number, value: number): number {
    const elapsed = now - this.lastAt;
    if (elapsed >= SHORTEST_SAMPLE_MS) {
      const kept = Math.exp(-elapsed / 1000 / SMOOTHING_SECONDS);
      this.rate = kept * this.rate + (1 - kept) * ((value - this.lastValue) / (elapsed / 1000));
      this.weight = kept * this.weight + (1 - kept);
      this.lastAt = now;
      this.lastValue = value;
    }
    return this.perSecond;
  }

  get perSecond(): number {
    return this.weight === 0 ? 0 : this.rate / this.weight;
  }

  /** Milliseconds until the counter reaches the total; undefined while nothing moves. */
  timeLeft(total: number, value: number): number | undefined {
    const perSecond = this.perSecond;
    if (value >= total) return 0;
    if (perSecond <= 0) return undefined;
    const left = ((total - value) / perSecond) * 1000;
    return left <= LONGEST_FORECAST_MS ? left : undefined;
  }
}
