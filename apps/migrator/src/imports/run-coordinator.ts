import { isTransient, TeachingError } from '#libs/domain';
import type { ChunkQueue } from '#libs/queue';
import type { Logger } from '#libs/runtime';
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
import type { WorkSignal } from './work-signal.js';

/** How often the coordinator looks when nothing wakes it, in milliseconds. */
const POLL_MS = 500;
/** Chunks that nobody took for this long are enqueued again: the queue may have lost them. */
const SWEEP_MS = 2_000;

/** A chunk that was taken this often and never given back takes its workers with it: it is not given to another one. */
const MOST_ATTEMPTS = 20;

/** What the coordinator tells while it waits. */
export interface RunWatcher {
  /** `records`: landed so far. */
  progress(records: number): void;
  /** No chunk ended for a while, or a phase begins with this many of them: is there anybody to load them? */
  silence(pendingChunks: number): Promise<void>;
}

/**
 * Sees the chunks of a run through: tells the queue of them, phase by phase, and asks PostgreSQL how far they are. The queue
 * only wakes workers: when it loses everything, pending chunks are found and enqueued again.
 */
export class RunCoordinator {
  constructor(
    private readonly database: Database,
    /** Outlasts outages of the database. */
    private readonly steady: Transactor,
    private readonly queue: ChunkQueue,
    private readonly work: WorkSignal,
    private readonly logger: Logger,
  ) {}

  /** @throws TeachingError `run.chunk-failed` when a chunk was given up; AbortError when asked to stop */
  async seeThrough(run: Run, watcher: RunWatcher): Promise<void> {
    const phases = await this.steady.session((client) => findPhases(client, run.id));
    for (const phase of phases) await this.seePhase(run, phase, watcher);
  }

  private async seePhase(run: Run, phase: number, watcher: RunWatcher): Promise<void> {
    let lastSweep = 0;
    let lastLeft = -1;
    for (;;) {
      this.work.signal.throwIfAborted();
      const progress = await this.steady.session((client) => chunkProgress(client, run.id, phase));
      watcher.progress(progress.records);
      if (progress.failed > 0) throw new TeachingError('run.chunk-failed', failureArgs(progress));
      if (progress.pending === 0) return;
      const now = performance.now();
      // While chunks end, the queue is known to work; only silence calls for another look.
      if (progress.pending !== lastLeft && lastLeft !== -1) lastSweep = now;
      else if (lastLeft === -1 || now - lastSweep >= SWEEP_MS) {
        await this.sweep(run, phase, () => watcher.silence(progress.pending));
        lastSweep = now;
      }
      lastLeft = progress.pending;
      await this.work.next(POLL_MS);
    }
  }

  private async sweep(run: Run, phase: number, callWorkers: () => Promise<void>): Promise<void> {
    try {
      await callWorkers();
      await this.database.session((client) => giveUpDyingChunks(client, run.id, phase, MOST_ATTEMPTS));
      const free = await this.database.session((client) => findFreeChunks(client, run.id, phase));
      await this.queue.enqueue(
        free.map(({ id, attempts }) => ({ chunkId: String(id), runId: String(run.id), attempt: attempts })),
      );
    } catch (error) {
      if (!isTransient(error)) throw error;
      this.logger.warn({ err: error }, 'the queue or the database is away; the chunks will be enqueued again');
    }
  }
}

const failureArgs = ({ failed, failure }: ChunkProgress): Record<string, string | number> => ({
  failed,
  failure: failure ?? 'program.fault',
});
