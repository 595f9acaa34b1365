import type { Settings } from '#libs/runtime';
import { AuditTrail, type Transactor, Vault } from '#libs/store';
import { type Engine, withEngine } from '../engine/open-engine.js';
import { OwnWorkers } from '../workers/own-workers.js';
import { InlineLinkRunner } from './inline-link-runner.js';
import { LinkContexts } from './link-contexts.js';
import type { LinkReport } from './link-report.js';
import type { LinkObserver, LinkRequest } from './link-request.js';
import { LinkRulebook } from '#libs/services';
import { LinkService } from './link.service.js';

/** How a command wants it done. */
export interface LinkOptions {
  readonly dryRun: boolean;
  /** Worker processes of its own; null leaves it to the size of the work and the workers that run already. */
  readonly workers: number | null;
}

/** Opens an engine, links, closes it again: what `passerelle link` does. */
export const linkPersons = (
  settings: Settings,
  request: LinkRequest,
  options: LinkOptions,
  observer: LinkObserver,
  signal: AbortSignal,
): Promise<LinkReport> =>
  withEngine(settings, { queue: !options.dryRun, signal }, (engine) =>
    options.dryRun
      ? engine.database.rehearse((rehearsal) => rehearseLinking(engine, rehearsal, settings, request, observer, signal))
      : linkInto(engine, request, options.workers, observer),
  );

/** Links through the queue of an open engine. */
export const linkInto = (
  engine: Engine,
  request: LinkRequest,
  workers: number | null,
  observer: LinkObserver,
): Promise<LinkReport> => {
  engine.get(OwnWorkers).asked = workers;
  return engine.get(LinkService).link(request, observer);
};

/** The same work in one transaction that is rolled back: no queue, no workers, nothing kept. */
const rehearseLinking = (
  engine: Engine,
  transactor: Transactor,
  settings: Settings,
  request: LinkRequest,
  observer: LinkObserver,
  signal: AbortSignal,
): Promise<LinkReport> => {
  const rulebook = new LinkRulebook(settings.configDir);
  const runner = new InlineLinkRunner(transactor, new LinkContexts(rulebook), signal);
  const trail = engine.get(AuditTrail);
  return new LinkService(
    transactor,
    transactor,
    rulebook,
    runner,
    trail,
    engine.get(Vault),
    settings.chunkRecords,
  ).link(request, observer);
};
