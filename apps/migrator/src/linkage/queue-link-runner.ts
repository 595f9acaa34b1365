import type { LinkQueue } from '#libs/queue';
import {
  type Database,
  findFreeJobs,
  giveUpDyingJobs,
  jobProgress,
  type JobProgress,
  type LinkStage,
} from '#libs/store';
import type { JobBatch, JobFollower } from '../jobs/job-follower.js';
import { MOST_ATTEMPTS } from '../jobs/lease-worker.js';
import type { OwnWorkers } from '../workers/own-workers.js';
import type { LinkJobProcessor } from './link-job.processor.js';
import { jobFailed, type LinkJobRunner } from './link-job-runner.js';

/** A job waits for the database while another compares. */
export const LINK_JOBS_AT_ONCE = 2;

/** Does link jobs through the queue: in this process, in running workers, and in processes of its own for much work. */
export class QueueLinkRunner implements LinkJobRunner {
  constructor(
    private readonly database: Database,
    private readonly queue: LinkQueue,
    private readonly follower: JobFollower,
    private readonly processor: LinkJobProcessor,
    private readonly workers: OwnWorkers,
  ) {}

  async run(runId: number, stage: LinkStage, onProgress: (progress: JobProgress) => void): Promise<void> {
    this.processor.start(LINK_JOBS_AT_ONCE);
    await this.follower.seeThrough(this.batch(runId, stage), {
      progress: onProgress,
      silence: (pending) => this.workers.help(pending),
    });
  }

  release(): Promise<void> {
    return this.workers.stop();
  }

  private batch(runId: number, stage: LinkStage): JobBatch<JobProgress> {
    return {
      progress: (client) => jobProgress(client, runId, stage),
      giveUpDying: (client) => giveUpDyingJobs(client, runId, MOST_ATTEMPTS),
      enqueueFree: async () => {
        const free = await this.database.session((client) => findFreeJobs(client, runId, stage));
        await this.queue.enqueue(
          free.map(({ no, attempts }) => ({ runId: String(runId), no: String(no), attempt: attempts })),
        );
      },
      failure: jobFailed,
    };
  }
}
