import type { Progress, ProgressState, ProgressView } from './progress.js';
import { RateMeter } from './rate-meter.js';

/** Counts the phases of one piece of work and tells a view about them. */
export class PhaseCounter implements Progress {
  private label = '';
  private value = 0;
  private known: number | undefined;
  private beganAt = 0;
  private running = false;
  private meter: RateMeter;

  constructor(
    private readonly view: ProgressView,
    private readonly now: () => number,
    label: string,
    total?: number,
  ) {
    this.meter = new RateMeter(now());
    this.phase(label, total);
  }

  phase(label: string, total?: number): void {
    this.end(true);
    this.label = label;
    this.known = total;
    this.value = 0;
    this.beganAt = this.now();
    this.meter = new RateMeter(this.beganAt);
    this.running = true;
    this.view.begin(this.state());
  }

  total(total: number): void {
    this.known = total;
    this.view.update(this.state);
  }

  advance(by = 1): void {
    this.reach(this.value + by);
  }

  reach(value: number): void {
    this.value = value;
    if (this.running) this.view.update(this.state);
  }

  done(): void {
    this.end(true);
  }

  halt(): void {
    this.end(false);
  }

  private end(finished: boolean): void {
    if (!this.running) return;
    this.running = false;
    this.view.end(this.state(), finished);
  }

  private readonly state = (): ProgressState => {
    const now = this.now();
    const perSecond = this.meter.sample(now, this.value);
    const timeLeft = this.known === undefined ? undefined : this.meter.timeLeft(this.known, this.value);
    return {
      label: this.label,
      value: this.value,
      perSecond,
      elapsed: now - this.beganAt,
      ...(this.known === undefined ? {} : { total: this.known }),
      ...(timeLeft === undefined ? {} : { timeLeft }),
    };
  };
}
