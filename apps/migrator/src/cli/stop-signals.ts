import type { Host, StopSignal } from './host.js';

/** A stop takes at most this long; a service manager kills what takes longer, and then leases stay behind. */
export const LONGEST_STOP_MS = 10_000;

const SIGNALS: Readonly<Record<StopSignal, number>> = { SIGINT: 2, SIGTERM: 15 };

/** Whoever ends the program itself leaves with the code that shells give to a signal. */
const exitCodeOf = (signal: StopSignal): number => 128 + SIGNALS[signal];

/** The wish to stop, as a command sees it. */
export interface StopSignals {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** Gives the signals back. */
  release(): void;
}

/**
 * The first SIGINT or SIGTERM asks the command to stop, and tells the user so; a second one, or ten seconds, leaves at
 * once. Nothing is lost by that: what was not committed is undone by the database.
 */
export function watchStopSignals(host: Host, onFirst: () => void, longestStopMs = LONGEST_STOP_MS): StopSignals {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const onSignal = (name: StopSignal): void => {
    if (controller.signal.aborted) {
      host.exit(exitCodeOf(name));
      return;
    }
    timer = setTimeout(() => host.exit(exitCodeOf(name)), longestStopMs);
    // The command itself keeps the process alive; the timer alone must not.
    timer.unref();
    controller.abort();
    onFirst();
  };
  const listeners = (Object.keys(SIGNALS) as StopSignal[]).map((name) => ({ name, listen: () => onSignal(name) }));
  for (const { name, listen } of listeners) host.events.on(name, listen);
  const release = (): void => {
    clearTimeout(timer);
    for (const { name, listen } of listeners) host.events.off(name, listen);
  };
  return { signal: controller.signal, release };
}
