import { Processor } from '@nestjs/bullmq';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { isTransient } from '#libs/domain';
import { ChunkQueue } from '../src/chunk-queue.js';
import { ChunkWorkerHost } from '../src/chunk-worker-host.js';
import type { ChunkToEnqueue, LoadChunkPayload } from '../src/job-payloads.js';
import { QueueModule } from '../src/queue.module.js';
import { QUEUES, type QueueSettings } from '../src/queue-settings.js';
import { WORKER_OPTIONS } from '../src/worker-options.js';
import { until } from './until.js';

/** As in the product, but a killed worker's job is free again after three seconds instead of twenty. */
export const QUICK_WORKER_OPTIONS = { ...WORKER_OPTIONS, lockDuration: 2_000, stalledInterval: 1_000 };

/** A processor as the migrator's is: its service is a list and, for a test that wants it, a piece of work. */
@Processor(QUEUES.importChunks, QUICK_WORKER_OPTIONS)
export class RecordingProcessor extends ChunkWorkerHost {
  readonly loaded: string[] = [];
  work: (payload: LoadChunkPayload) => Promise<void> = () => Promise.resolve();

  protected override async load(payload: LoadChunkPayload): Promise<void> {
    await this.work(payload);
    this.loaded.push(payload.chunkId);
  }
}

@Module({})
class ProgramModule {}

/** A small migrator: the queues, one worker, and the chunk table that a coordinator would sweep. */
export class QueueProgram {
  private constructor(
    readonly app: INestApplicationContext,
    readonly queue: ChunkQueue,
    readonly processor: RecordingProcessor,
  ) {}

  static async start(settings: QueueSettings, concurrency = 1): Promise<QueueProgram> {
    const imports = [QueueModule.forRoot(settings)];
    const module = { module: ProgramModule, imports, providers: [RecordingProcessor] };
    const app = await NestFactory.createApplicationContext(module, { logger: false });
    const program = new QueueProgram(app, app.get(ChunkQueue), app.get(RecordingProcessor));
    program.processor.start(concurrency);
    return program;
  }

  /** Enqueues what is not loaded yet, again and again, as the coordinator's sweep does; ms until all are loaded. */
  async sweepUntilLoaded(chunks: readonly ChunkToEnqueue[], everyMs = 500, ms = 40_000): Promise<number> {
    const started = performance.now();
    let nextSweep = 0;
    await until(
      'every chunk loaded',
      async () => {
        const pending = chunks.filter(({ chunkId }) => !this.processor.loaded.includes(chunkId));
        if (pending.length > 0 && performance.now() >= nextSweep) {
          nextSweep = performance.now() + everyMs;
          await this.queue.enqueue(pending).catch((error: unknown) => {
            if (!isTransient(error)) throw error;
          });
        }
        return pending.length === 0;
      },
      ms,
    );
    return Math.round(performance.now() - started);
  }

  async stop(): Promise<void> {
    await this.app.close();
  }
}

/** Chunks `from` to `from + count - 1` of one run, at their first attempt unless told. */
export const chunks = (from: number, count: number, attempt = 0): ChunkToEnqueue[] =>
  Array.from({ length: count }, (_, index) => ({ chunkId: String(from + index), runId: 'run-1', attempt }));
