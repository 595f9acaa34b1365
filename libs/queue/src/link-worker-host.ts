import { JobWorkerHost } from './job-worker-host.js';
import { readLinkJob, type LinkJobPayload } from './link-payloads.js';

/** What a processor of link jobs extends: `@Processor(QUEUES.linkJobs, WORKER_OPTIONS)`. */
export abstract class LinkWorkerHost extends JobWorkerHost {
  /** Does one link job. May be called for a job that is settled already. */
  protected abstract link(payload: LinkJobPayload): Promise<void>;

  protected override async handle(data: unknown): Promise<void> {
    await this.link(readLinkJob(data));
  }
}
