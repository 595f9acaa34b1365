import { progressLine, summaryLine } from './progress-line.js';
import type { ProgressState, ProgressTools, ProgressView } from './progress.js';

/** A log that is read the next morning needs no more. */
const SHORTEST_INTERVAL_MS = 5_000;

/** Plain lines at most every few seconds, for a log file or a nightly job. */
export class LineView implements ProgressView {
  private lastAt = 0;

  constructor(
    private readonly print: (line: string) => void,
    private readonly tools: ProgressTools,
  ) {}

  begin(): void {
    this.lastAt = this.tools.now();
  }

  update(state: () => ProgressState): void {
    const now = this.tools.now();
    if (now - this.lastAt < SHORTEST_INTERVAL_MS) return;
    this.lastAt = now;
    this.print(progressLine(state(), this.tools.lang));
  }

  end(state: ProgressState, finished: boolean): void {
    if (finished) this.print(summaryLine(state, this.tools.lang));
  }
}
