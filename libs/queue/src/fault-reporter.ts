import { Logger } from '@nestjs/common';

export type FaultPlace = 'connection' | 'queue' | 'worker' | 'job' | 'close';

/** The same fault at the same place is said again after this time only: an outage repeats itself every second. */
const QUIET_MS = 30_000;

/**
 * The code of a fault, fit for a log and for the queue's own tables. A server's message may quote a value, so messages
 * never pass: an SQLSTATE, an errno, one of our codes, or the name of the error's class.
 */
export const faultCode = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return typeof error;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof Error && error.cause !== undefined) return faultCode(error.cause);
  return error instanceof Error ? error.name : 'unknown';
};

/** Says once what goes wrong where nobody awaits: events of pools, queues and workers. */
export class FaultReporter {
  private readonly lastSaid = new Map<string, number>();

  /** @param say where a line goes; Nest's logger unless told */
  constructor(private readonly say: (line: string) => void = (line) => new Logger('Queue').warn(line)) {}

  /** Reports a fault by its code. `about` is an identifier (a queue, a job id), never content. */
  report(place: FaultPlace, error: unknown, about = ''): void {
    const line = [place, faultCode(error), about].filter((part) => part !== '').join(' ');
    const now = performance.now();
    if (now - (this.lastSaid.get(line) ?? -Infinity) < QUIET_MS) return;
    for (const [said, at] of this.lastSaid) if (now - at >= QUIET_MS) this.lastSaid.delete(said);
    this.lastSaid.set(line, now);
    this.say(line);
  }
}
