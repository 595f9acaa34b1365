/** A stream that text is written to; `isTTY` and `columns` as Node sets them on a terminal. */
export type TextStream = NodeJS.WritableStream & {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
};

/** Columns of a terminal; 80 where there is none, or where it does not know (a container's terminal says 0). */
export const terminalColumns = ({ columns = 0 }: TextStream): number => (columns > 0 ? columns : 80);

/** The part of a process that tells of signals and of errors that nobody caught. */
export interface ProcessEvents {
  on(event: StopSignal | 'uncaughtException', listener: (error: unknown) => void): unknown;
  off(event: StopSignal, listener: () => void): unknown;
}
export type StopSignal = 'SIGINT' | 'SIGTERM';

/** All that the command line takes from the process around it, so that tests can stand in for a terminal. */
export interface Host {
  /** What a command may be given that must not stand among its words: other processes can read those. */
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  /** Only the language is read from it; everything else is the business of the settings. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly events: ProcessEvents;
  /** Milliseconds that never run backwards. */
  now(): number;
  /** Leaves at once, whatever is still open. */
  exit(code: number): void;
}

/** The real process. */
export const processHost = (): Host => ({
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  events: process,
  now: () => performance.now(),
  exit: (code) => process.exit(code),
});
