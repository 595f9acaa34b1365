import type { EventEmitter } from 'node:events';

/** A stream that text is written to; `isTTY` and `columns` as Node sets them on a terminal. */
export type TextStream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** All that the command line takes from the process around it, so that tests can stand in for a terminal. */
export interface Host {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  /** Only the language is read from it; everything else is the business of the settings. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Emits `SIGINT`, `SIGTERM` and `uncaughtException`. */
  readonly events: EventEmitter;
  /** Milliseconds that never run backwards. */
  now(): number;
  /** Leaves at once, whatever is still open. */
  exit(code: number): void;
}

/** The real process. */
export const processHost = (): Host => ({
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  events: process,
  now: () => performance.now(),
  exit: (code) => process.exit(code),
});
