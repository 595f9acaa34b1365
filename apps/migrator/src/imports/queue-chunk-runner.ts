import { countPendingChunks, type Database, type Run } from '#libs/store';
import type { OwnWorkers } from '../workers/own-workers.js';
import type { ChunkRunner } from './import-request.js';
import type { RunCoordinator } from './run-coordinator.js';

/** Loads the chunks of a run through the queue, with workers of this command where none is running on the home. */
export class QueueChunkRunner implements ChunkRunner {
  constructor(
    private readonly database: Database,
    private readonly coordinator: RunCoordinator,
    private readonly workers: OwnWorkers,
  ) {}

  prepare(bytes: number): Promise<void> {
    return this.workers.prepare(bytes);
  }

  release(): Promise<void> {
    return this.workers.stop();
  }

  async run(run: Run, onProgress: (records: number) => void): Promise<void> {
    await this.coordinator.seeThrough(run, {
      progress: onProgress,
      // All phases count, because workers stay from one to the next.
      silence: async () =>
        this.workers.ensure(await this.database.session((client) => countPendingChunks(client, run.id))),
    });
  }
}
