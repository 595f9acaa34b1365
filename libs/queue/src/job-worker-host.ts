import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { type Job, UnrecoverableError } from 'bullmq';
import { faultCode } from './fault-reporter.js';
import type { QueueConnection } from './queue-connection.js';
import { QUEUE_CONNECTION } from './queue.tokens.js';

/**
 * What a processor of ours extends. Give it `@Processor(QUEUES.…, WORKER_OPTIONS)`, implement `handle`, and call `start` once
 * the program is ready; Nest's shutdown stops it.
 */
export abstract class JobWorkerHost extends WorkerHost {
  @Inject(QUEUE_CONNECTION) protected readonly queueConnection!: QueueConnection;

  /**
   * Checks a payload and does what it says. Whether it worked is written in PostgreSQL, not here: a return and a throw both
   * end the job, and a coordinator enqueues it again when its work still waits.
   */
  protected abstract handle(data: unknown): Promise<void>;

  /** Begins to take jobs, `concurrency` at once; called again it changes the concurrency only. */
  start(concurrency: number): void {
    this.worker.concurrency = concurrency;
    if (this.worker.isRunning()) return;
    this.worker.run().catch((error: unknown) => this.queueConnection.faults.report('worker', error));
  }

  /** Lets nothing but a code of a failure reach the queue's tables. */
  override async process(job: Job): Promise<void> {
    try {
      await this.handle(job.data);
    } catch (error) {
      const code = error instanceof UnrecoverableError ? error.message : faultCode(error);
      this.queueConnection.faults.report('job', error, job.id);
      throw new UnrecoverableError(code);
    }
  }

  @OnWorkerEvent('error')
  onWorkerError(error: Error): void {
    this.queueConnection.faults.report('worker', error);
  }
}
