import type { ChildProcess } from 'node:child_process';
import type { TeachingError } from '#libs/domain';

/** How a process ended. `refusal`: it said that it cannot do its work as things are. */
export interface PartEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly refusal?: TeachingError;
}

/** A part of the program that runs. `ended` never rejects. */
export interface RunningPart {
  readonly child: ChildProcess;
  readonly ended: Promise<PartEnd>;
}

/** A part of the program, which can be started again. */
export interface Part {
  readonly name: 'gateway' | 'worker';
  start(): RunningPart;
}

/** The end of a process; one that could not even be started counts as ended. */
export const endOf = (child: ChildProcess): Promise<PartEnd> =>
  new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.on('error', () => {
      if (child.pid === undefined) resolve({ code: null, signal: null });
    });
  });

/** `SIGKILL`, `exit code 1`: words for messages, the same in both languages. */
export const howEnded = ({ code, signal }: PartEnd): string => signal ?? `exit code ${String(code ?? '?')}`;
