import { readLoadChunk, type LoadChunkPayload } from './job-payloads.js';
import { JobWorkerHost } from './job-worker-host.js';

/** What a processor of chunks extends: `@Processor(QUEUES.importChunks, WORKER_OPTIONS)`. */
export abstract class ChunkWorkerHost extends JobWorkerHost {
  /** Loads one chunk. May be called for a chunk that is settled already. */
  protected abstract load(payload: LoadChunkPayload): Promise<void>;

  protected override async handle(data: unknown): Promise<void> {
    await this.load(readLoadChunk(data));
  }
}
