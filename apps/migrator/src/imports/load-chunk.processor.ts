import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { ChunkWorkerHost, type LoadChunkPayload, QUEUES, WORKER_OPTIONS } from '#libs/queue';
import { ChunkWorker } from './chunk-worker.js';
import { WorkSignal } from '../jobs/work-signal.js';

/** Takes chunks from the queue; what becomes of them is the chunk worker's. */
@Processor(QUEUES.importChunks, WORKER_OPTIONS)
export class LoadChunkProcessor extends ChunkWorkerHost {
  constructor(
    @Inject(ChunkWorker) private readonly chunks: ChunkWorker,
    @Inject(WorkSignal) private readonly work: WorkSignal,
  ) {
    super();
  }

  protected async load({ chunkId }: LoadChunkPayload): Promise<void> {
    await this.chunks.work(Number(chunkId), this.work.signal);
    this.work.jobEnded();
  }
}
