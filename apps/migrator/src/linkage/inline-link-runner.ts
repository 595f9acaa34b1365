import { setTimeout as delay } from 'node:timers/promises';
import { jobProgress, type JobProgress, type LinkStage, takeNextJob, type Transactor } from '#libs/store';
import { doLinkJob } from './do-link-job.js';
import type { LinkContexts } from './link-contexts.js';
import { jobFailed, type LinkJobRunner } from './link-job-runner.js';

/** How long a job stays taken when this process dies; nothing renews it, and nobody else takes it meanwhile. */
const LEASE_SECONDS = 30;
/** How often to look for the end of a job that a worker took for somebody who has gone, in milliseconds. */
const POLL_MS = 250;

/** Does link jobs one after the other on the caller's transactor, without queue or workers: what a dry run does. */
export class InlineLinkRunner implements LinkJobRunner {
  constructor(
    private readonly transactor: Transactor,
    private readonly contexts: LinkContexts,
    private readonly signal: AbortSignal,
  ) {}

  async run(runId: number, stage: LinkStage, onProgress: (progress: JobProgress) => void): Promise<void> {
    for (;;) {
      this.signal.throwIfAborted();
      const progress = await this.transactor.session((client) => jobProgress(client, runId, stage));
      onProgress(progress);
      if (progress.failed > 0) throw jobFailed(progress);
      if (progress.pending === 0) return;
      const job = await this.transactor.session((client) => takeNextJob(client, runId, stage, LEASE_SECONDS));
      if (job === null) await delay(POLL_MS, undefined, { signal: this.signal });
      else await doLinkJob(this.transactor, this.contexts, job);
    }
  }

  release(): Promise<void> {
    return Promise.resolve();
  }
}
