import type { PartEnd, RunningPart } from './part.js';

/** A stop takes at most ten seconds in all; what has not ended by then is killed. */
const PATIENCE_MS = 9_000;

/**
 * Lets a part stop in order, and waits for its end. The closed channel tells it to, not a signal: a service manager that
 * signals all processes at once would make ours the second one, and a second signal means "leave at once".
 */
export async function stopPart({ child, ended }: RunningPart, patienceMs = PATIENCE_MS): Promise<PartEnd> {
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  if (child.connected) child.disconnect();
  else child.kill('SIGTERM');
  const end = await ended;
  clearTimeout(timer);
  return end;
}
