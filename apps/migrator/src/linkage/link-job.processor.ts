import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { type LinkJobPayload, LinkWorkerHost, QUEUES, WORKER_OPTIONS } from '#libs/queue';
import { WorkSignal } from '../jobs/work-signal.js';
import { LinkJobWorker } from './link-job.worker.js';

/** Takes link jobs from the queue; what becomes of them is the link job worker's. */
@Processor(QUEUES.linkJobs, WORKER_OPTIONS)
export class LinkJobProcessor extends LinkWorkerHost {
  constructor(
    @Inject(LinkJobWorker) private readonly jobs: LinkJobWorker,
    @Inject(WorkSignal) private readonly work: WorkSignal,
  ) {
    super();
  }

  protected async link({ runId, no }: LinkJobPayload): Promise<void> {
    await this.jobs.work(Number(runId), Number(no), this.work.signal);
    this.work.jobEnded();
  }
}
