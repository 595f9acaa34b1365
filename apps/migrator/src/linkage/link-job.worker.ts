import type { Logger } from '#libs/runtime';
import { type Database, failJob, type LeasedJob, releaseJob, renewJob, takeJob } from '#libs/store';
import { LeaseWorker } from '../jobs/lease-worker.js';
import { doLinkJob } from './do-link-job.js';
import type { LinkContexts } from './link-contexts.js';

/** Does one link job under a lease. */
export class LinkJobWorker {
  private readonly leases: LeaseWorker<LeasedJob>;

  constructor(database: Database, contexts: LinkContexts, logger: Logger, leaseSeconds: number) {
    const kind = {
      name: ({ runId, no }: LeasedJob) => `link job ${String(no)} of run ${String(runId)}`,
      renew: renewJob,
      release: releaseJob,
      fail: failJob,
      run: (job: LeasedJob) => doLinkJob(database, contexts, job),
    };
    this.leases = new LeaseWorker(database, kind, logger, leaseSeconds);
  }

  /** @returns whether this call ended the job (did it, or gave it up) */
  work(runId: number, no: number, signal: AbortSignal): Promise<boolean> {
    return this.leases.work((client, seconds) => takeJob(client, runId, no, seconds), signal);
  }
}
