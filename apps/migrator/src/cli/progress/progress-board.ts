import type { TextStream } from '../host.js';
import { BarView } from './bar-view.js';
import { LineView } from './line-view.js';
import { PhaseCounter } from './phase-counter.js';
import type { Progress, ProgressTools, ProgressView } from './progress.js';

const SILENT: ProgressView = { begin: () => undefined, update: () => undefined, end: () => undefined };

/** Opens the progress of a command's pieces of work on stderr, and closes what the command left open. */
export class ProgressBoard {
  private readonly opened: Progress[] = [];

  constructor(
    private readonly stream: TextStream,
    private readonly print: (line: string) => void,
    private readonly isJson: boolean,
    private readonly tools: ProgressTools,
  ) {}

  /** A bar on a terminal, lines elsewhere; silent where a program reads the results and nobody watches. */
  async open(label: string, total?: number): Promise<Progress> {
    const progress = new PhaseCounter(await this.view(), this.tools.now, label, total);
    this.opened.push(progress);
    return progress;
  }

  /** Ends what is still running, without summaries: an open bar would keep the process alive. */
  close(): void {
    for (const progress of this.opened) progress.halt();
  }

  private async view(): Promise<ProgressView> {
    if (this.stream.isTTY === true) return BarView.open(this.stream, this.tools);
    return this.isJson ? SILENT : new LineView(this.print, this.tools);
  }
}
