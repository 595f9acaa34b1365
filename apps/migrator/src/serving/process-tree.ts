import type { Language } from '#libs/messages';
import { type GatewayAddresses, GatewayPart, type GatewayPlace } from './gateway-part.js';
import { keepRunning, type OnRestart } from './keep-running.js';
import type { Part, RunningPart } from './part.js';
import { WorkerPart } from './worker-part.js';

export interface TreeOptions {
  readonly gateway: GatewayPlace;
  readonly workers: number;
  readonly lang: Language;
}

/** What runs, at the moment when all of it was started; a part that is started again gets another pid. */
export interface TreeReport extends GatewayAddresses {
  readonly pids: { readonly gateway: number | undefined; readonly workers: readonly (number | undefined)[] };
}

/**
 * Runs the gateway and the workers until `signal` is aborted; returns when all their processes have ended.
 * @throws TeachingError what a part refused for at its first start; the others are stopped then
 */
export async function runTree(
  { gateway: place, workers, lang }: TreeOptions,
  signal: AbortSignal,
  onUp: (report: TreeReport) => void,
  onRestart: OnRestart,
): Promise<void> {
  const failure = new AbortController();
  const stop = AbortSignal.any([signal, failure.signal]);
  const kept: Promise<void>[] = [];
  const keep = (part: Part, running: RunningPart): void => {
    kept.push(keepRunning(part, running, stop, onRestart).catch((error: unknown) => failure.abort(error)));
  };
  // The gateway first: a port in use is told before anything else runs, and the database is there for the workers.
  const part = new GatewayPart(place);
  const gateway = part.start();
  keep(part, gateway);
  const addresses = await gateway.listening;
  if (addresses !== undefined && !stop.aborted) {
    const worker = new WorkerPart(lang);
    const started = Array.from({ length: workers }, () => worker.start());
    for (const each of started) keep(worker, each);
    onUp({ ...addresses, pids: { gateway: gateway.child.pid, workers: started.map(({ child }) => child.pid) } });
  }
  // All at once: they need ten seconds together, and no part waits for another to stop.
  await Promise.all(kept);
  failure.signal.throwIfAborted();
}
