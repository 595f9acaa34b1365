import { pino, type DestinationStream, type Logger as Pino } from 'pino';
import type { LogLevel, Settings } from '../settings/settings.js';
import { scrub, type LogFields } from './scrub.js';

type Method = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** `message` is a constant of the source, never composed with data: it is written as it is. */
export interface LogMethod {
  (message: string): void;
  (fields: LogFields, message: string): void;
}

/** Pino's calls, of which only scrubbed fields and constant messages remain. */
export interface Logger extends Readonly<Record<Method, LogMethod>> {
  readonly level: LogLevel;
  /** A logger whose lines all carry these fields, scrubbed too. */
  child(fields: LogFields): Logger;
}

/**
 * One JSON object a line on standard error, written at once so that nothing is lost when the process ends. Standard output
 * belongs to results. `destination` is for tests.
 */
export function createLogger(settings: Pick<Settings, 'logLevel'>, destination?: DestinationStream): Logger {
  const options = {
    level: settings.logLevel,
    // No host name; the pid tells commands on one home apart.
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return wrap(pino(options, destination ?? standardError()));
}

function standardError(): DestinationStream {
  const stream = pino.destination({ fd: 2, sync: true });
  // Whoever read our standard error may have gone; an import must not end because of it.
  stream.on('error', () => undefined);
  return stream;
}

function wrap(target: Pino): Logger {
  const method =
    (level: Method): LogMethod =>
    (first: LogFields | string, message?: string) => {
      // Without a message pino would take the error's own.
      if (typeof first === 'string') target[level]({}, first);
      else target[level](scrub(first instanceof Error ? { err: first } : first), message ?? '');
    };
  return {
    trace: method('trace'),
    debug: method('debug'),
    info: method('info'),
    warn: method('warn'),
    error: method('error'),
    fatal: method('fatal'),
    level: target.level as LogLevel,
    child: (fields) => wrap(target.child(scrub(fields))),
  };
}
