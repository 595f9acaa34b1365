import { isTransient, TeachingError } from '#libs/domain';
import type { ChunkQueue } from '#libs/queue';
import type { DatabaseAccess, Logger } from '#libs/runtime';
import { chunkProgress, type ChunkProgress, type Database, findFreeChunks, findPhases, type Run } from '#libs/store';
import type { WorkSignal } from './work-signal.js';

/** How often the coordinator looks when nothing wakes it, in milliseconds. */
const POLL_MS = 500;
/** Chunks that nobody took for this long are enqueued again: the queue may have lost them. */
const SWEEP_MS = 2_000;

/** What the coordinator tells while it waits. `records`: landed so far. */
export type RunProgress = (records: number) => void;

/**
 * Sees the chunks of a run through: tells the queue of them, phase by phase, and asks PostgreSQL how far they are. The queue
 * only wakes workers: when it loses everything, pending chunks are found and enqueued again.
 */
export class RunCoordinator {
  constructor(
    private readonly database: Database,
    private readonly access: DatabaseAccess,
    private readonly queue: ChunkQueue,
    private readonly work: WorkSignal,
    private readonly logger: Logger,
  ) {}

  /** @throws TeachingError `run.chunk-failed` when a chunk was given up; AbortError when asked to stop */
  async seeThrough(run: Run, onProgress: RunProgress): Promise<void> {
    const phases = await this.patiently(() => this.database.session((client) => findPhases(client, run.id)));
    for (const phase of phases) await this.seePhase(run, phase, onProgress);
  }

  private async seePhase(run: Run, phase: number, onProgress: RunProgress): Promise<void> {
    let lastSweep = 0;
    let lastLeft = -1;
    for (;;) {
      this.work.signal.throwIfAborted();
      const progress = await this.patiently(() =>
        this.database.session((client) => chunkProgress(client, run.id, phase)),
      );
      onProgress(progress.records);
      if (progress.failed > 0) throw new TeachingError('run.chunk-failed', failureArgs(progress));
      if (progress.pending === 0) return;
      const now = performance.now();
      // While chunks end, the queue is known to work; only silence calls for another look.
      if (progress.pending !== lastLeft && lastLeft !== -1) lastSweep = now;
      else if (lastLeft === -1 || now - lastSweep >= SWEEP_MS) {
        await this.sweep(run, phase);
        lastSweep = now;
      }
      lastLeft = progress.pending;
      await this.work.next(POLL_MS);
    }
  }

  private async sweep(run: Run, phase: number): Promise<void> {
    try {
      const free = await this.database.session((client) => findFreeChunks(client, run.id, phase));
      await this.queue.enqueue(
        free.map(({ id, attempts }) => ({ chunkId: String(id), runId: String(run.id), attempt: attempts })),
      );
    } catch (error) {
      if (!isTransient(error)) throw error;
      this.logger.warn({ err: error }, 'the queue or the database is away; the chunks will be enqueued again');
    }
  }

  /** Outlasts an outage: the work goes on by itself once the database is back (invariant 5). */
  private async patiently<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!isTransient(error)) throw error;
        this.logger.warn({ err: error }, 'the database is away; waiting for it');
        this.work.signal.throwIfAborted();
        await this.access.revive().catch((failure: unknown) => {
          this.logger.warn({ err: failure }, 'the database could not be started again yet');
        });
        await this.work.next(POLL_MS);
      }
    }
  }
}

const failureArgs = ({ failed, failure }: ChunkProgress): Record<string, string | number> => ({
  failed,
  failure: failure ?? 'program.fault',
});
