import type { PartEnd, RunningPart } from './part.js';

/** A stop takes at most ten seconds in all. */
const PATIENCE = { askAgainMs: 4_000, killMs: 9_000 };

/**
 * Lets a part stop in order, and waits for its end. The closed channel tells it to, rather than a signal: a service manager
 * signals all processes at once, ours would be the second one, and a second signal means "leave at once". A part that was
 * just starting may have missed it, so it is asked again by a signal, and killed when it does not end in time.
 */
export async function stopPart({ child, ended }: RunningPart, patience = PATIENCE): Promise<PartEnd> {
  const timers = [
    setTimeout(() => child.kill('SIGTERM'), patience.askAgainMs),
    setTimeout(() => child.kill('SIGKILL'), patience.killMs),
  ];
  if (child.connected) child.disconnect();
  const end = await ended;
  for (const timer of timers) clearTimeout(timer);
  return end;
}
