import { TeachingError } from '#libs/domain';
import type { ChunkQueue } from '#libs/queue';
import {
  chunkProgress,
  type ChunkProgress,
  type Database,
  findFreeChunks,
  findPhases,
  giveUpDyingChunks,
  type Run,
  type Transactor,
} from '#libs/store';
import type { JobBatch, JobFollower } from '../jobs/job-follower.js';
import { MOST_ATTEMPTS } from '../jobs/lease-worker.js';

/** What the coordinator tells while it waits. */
export interface RunWatcher {
  /** `records`: landed so far. */
  progress(records: number): void;
  /** No chunk ended for a while, or a phase begins with this many of them: is there anybody to load them? */
  silence(pendingChunks: number): Promise<void>;
}

/** Sees the chunks of a run through, phase by phase. */
export class RunCoordinator {
  constructor(
    private readonly database: Database,
    /** Outlasts outages of the database. */
    private readonly steady: Transactor,
    private readonly queue: ChunkQueue,
    private readonly follower: JobFollower,
  ) {}

  /** @throws TeachingError `run.chunk-failed` when a chunk was given up; AbortError when asked to stop */
  async seeThrough(run: Run, watcher: RunWatcher): Promise<void> {
    const phases = await this.steady.session((client) => findPhases(client, run.id));
    for (const phase of phases) {
      await this.follower.seeThrough(this.batch(run, phase), {
        progress: ({ records }) => watcher.progress(records),
        silence: (pending) => watcher.silence(pending),
      });
    }
  }

  private batch(run: Run, phase: number): JobBatch<ChunkProgress> {
    return {
      progress: (client) => chunkProgress(client, run.id, phase),
      giveUpDying: (client) => giveUpDyingChunks(client, run.id, phase, MOST_ATTEMPTS),
      enqueueFree: async () => {
        const free = await this.database.session((client) => findFreeChunks(client, run.id, phase));
        await this.queue.enqueue(
          free.map(({ id, turn }) => ({ chunkId: String(id), runId: String(run.id), attempt: turn })),
        );
      },
      failure: (progress) => new TeachingError('run.chunk-failed', failureArgs(progress)),
    };
  }
}

const failureArgs = ({ failed, failure }: ChunkProgress): Record<string, string | number> => ({
  failed,
  failure: failure ?? 'program.fault',
});
