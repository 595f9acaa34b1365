import { isTransient } from '#libs/domain';
import type { Logger } from '#libs/runtime';
import type { Client, Database, Transactor } from '#libs/store';
import type { WorkSignal } from './work-signal.js';

/** How often the coordinator looks when nothing wakes it, in milliseconds. */
const POLL_MS = 500;
/** Jobs that nobody took for this long are enqueued again: the queue may have lost them. */
const SWEEP_MS = 2_000;

/** How far the jobs of a batch are. */
export interface BatchProgress {
  readonly pending: number;
  /** Given up. */
  readonly failed: number;
}

/** Jobs that lie in PostgreSQL under leases, and the queue that wakes workers for them. */
export interface JobBatch<P extends BatchProgress> {
  progress(client: Client): Promise<P>;
  /** Gives up jobs that take their workers with them. */
  giveUpDying(client: Client): Promise<void>;
  /** Tells the queue of the jobs that nobody holds. */
  enqueueFree(): Promise<void>;
  /** What is thrown when a job was given up. */
  failure(progress: P): Error;
}

/** Who is told how the jobs of a batch are going. */
export interface BatchWatcher<P extends BatchProgress> {
  progress(progress: P): void;
  /** No job ended for a while, or the batch begins with this many of them: is there anybody to do them? */
  silence(pendingJobs: number): Promise<void>;
}

/**
 * Sees jobs through: tells the queue of them and asks PostgreSQL how far they are. The queue only wakes workers: when it
 * loses everything, pending jobs are found and enqueued again.
 */
export class JobFollower {
  constructor(
    private readonly database: Database,
    /** Outlasts outages of the database. */
    private readonly steady: Transactor,
    private readonly work: WorkSignal,
    private readonly logger: Logger,
  ) {}

  /** @throws the batch's failure when a job was given up; AbortError when asked to stop */
  async seeThrough<P extends BatchProgress>(batch: JobBatch<P>, watcher: BatchWatcher<P>): Promise<void> {
    let lastSweep = 0;
    let lastLeft = -1;
    for (;;) {
      this.work.signal.throwIfAborted();
      const progress = await this.steady.session((client) => batch.progress(client));
      watcher.progress(progress);
      if (progress.failed > 0) throw batch.failure(progress);
      if (progress.pending === 0) return;
      const now = performance.now();
      // While jobs end, the queue is known to work; only silence calls for another look.
      if (progress.pending !== lastLeft && lastLeft !== -1) lastSweep = now;
      else if (lastLeft === -1 || now - lastSweep >= SWEEP_MS) {
        await this.sweep(batch, () => watcher.silence(progress.pending));
        lastSweep = now;
      }
      lastLeft = progress.pending;
      await this.work.next(POLL_MS);
    }
  }

  private async sweep<P extends BatchProgress>(batch: JobBatch<P>, callWorkers: () => Promise<void>): Promise<void> {
    try {
      await callWorkers();
      await this.database.session((client) => batch.giveUpDying(client));
      await batch.enqueueFree();
    } catch (error) {
      if (!isTransient(error)) throw error;
      this.logger.warn({ err: error }, 'the queue or the database is away; the jobs will be enqueued again');
    }
  }
}
