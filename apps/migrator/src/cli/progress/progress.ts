import type { Language } from '#libs/messages';

/** How far a piece of work has come, for whoever watches. A piece of work has one phase or several. */
export interface Progress {
  /** Ends the phase under way with its summary, and begins another. */
  phase(label: string, total?: number): void;
  /** Tells how much there is to do, when that became known or changed. */
  total(total: number): void;
  advance(by?: number): void;
  /** Sets the counter itself, for work that counts elsewhere. */
  reach(value: number): void;
  /** Ends the last phase with its summary. */
  done(): void;
  /** Ends without a summary, as a failed command does. Harmless after `done`. */
  halt(): void;
}

/** One phase at one moment. Times are milliseconds, rates things a second. */
export interface ProgressState {
  readonly label: string;
  readonly value: number;
  readonly total?: number;
  readonly perSecond: number;
  readonly timeLeft?: number;
  readonly elapsed: number;
}

/** What shows a phase: lines, a bar, or nothing. */
export interface ProgressView {
  begin(state: ProgressState): void;
  /** Called at every change; must be cheap when there is nothing to show. */
  update(state: () => ProgressState): void;
  /** Leaves the summary behind, or nothing when the work failed. */
  end(state: ProgressState, finished: boolean): void;
}

export interface ProgressTools {
  readonly lang: Language;
  /** Milliseconds that never run backwards. */
  readonly now: () => number;
}
