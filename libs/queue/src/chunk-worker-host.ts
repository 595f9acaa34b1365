import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { Job, UnrecoverableError } from 'bullmq';
import { faultCode } from './fault-reporter.js';
import { readLoadChunk, type LoadChunkPayload } from './job-payloads.js';
import type { QueueConnection } from './queue-connection.js';
import { QUEUE_CONNECTION } from './queue.tokens.js';

/**
 * What a processor of chunks extends. Give it `@Processor(QUEUES.importChunks, WORKER_OPTIONS)`, implement `load`, and
 * call `start` once the program is ready; Nest's shutdown stops it.
 */
export abstract class ChunkWorkerHost extends WorkerHost {
  @Inject(QUEUE_CONNECTION) protected readonly queueConnection!: QueueConnection;

  /**
   * Loads one chunk. Whether it worked is written in PostgreSQL, not here: a return and a throw both end the job, and the
   * coordinator enqueues the chunk again when it still waits. May be called for a chunk that is settled already.
   */
  protected abstract load(payload: LoadChunkPayload): Promise<void>;

  /** Begins to take jobs, `concurrency` at once; called again it changes the concurrency only. */
  start(concurrency: number): void {
    this.worker.concurrency = concurrency;
    if (this.worker.isRunning()) return;
    this.worker.run().catch((error: unknown) => this.queueConnection.faults.report('worker', error));
  }

  /** Checks the payload, loads the chunk, and lets nothing but a code of a failure reach the queue's tables. */
  override async process(job: Job): Promise<void> {
    try {
      await this.load(readLoadChunk(job.data));
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
