import type { SingleBar } from 'cli-progress';
import { terminalColumns, type TextStream } from '../host.js';
import { BarStream } from './bar-stream.js';
import { barLine, summaryLine } from './progress-line.js';
import type { ProgressState, ProgressTools, ProgressView } from './progress.js';

const FRAMES_PER_SECOND = 5;

/** A bar on a terminal, redrawn in place; leaves one line of summary behind. */
export class BarView implements ProgressView {
  private bar: SingleBar | undefined;
  private state: (() => ProgressState) | undefined;

  private constructor(
    private readonly createBar: (draw: () => string) => SingleBar,
    private readonly stream: TextStream,
    private readonly tools: ProgressTools,
  ) {}

  /** Loads the drawing library only where there is a terminal to draw on. */
  static async open(stream: TextStream, tools: ProgressTools): Promise<BarView> {
    const { default: progress } = await import('cli-progress');
    const settings = {
      stream: new BarStream(stream),
      fps: FRAMES_PER_SECOND,
      clearOnComplete: true,
      forceRedraw: true,
      // Switching the terminal's wrapping off would leave it off after a kill.
      linewrap: true,
      // The command's own handlers stop it in order; the library's would only stop the bar.
      gracefulExit: false,
    };
    return new BarView((format) => new progress.SingleBar({ ...settings, format }), stream, tools);
  }

  begin(state: ProgressState): void {
    this.state = () => state;
    this.bar = this.createBar(() => this.draw());
    this.bar.start(1, 0);
  }

  update(state: () => ProgressState): void {
    this.state = state;
  }

  end(state: ProgressState, finished: boolean): void {
    this.bar?.stop();
    this.bar = undefined;
    if (finished) this.stream.write(`${summaryLine(state, this.tools.lang)}\n`);
  }

  private draw(): string {
    return this.state === undefined ? '' : barLine(this.state(), this.tools.lang, terminalColumns(this.stream));
  }
}
