import { isTransient, TeachingError } from '#libs/domain';
import type { Logger } from '#libs/runtime';
import {
  beginLanding,
  type Database,
  failChunk,
  finishChunk,
  type LeasedChunk,
  releaseLease,
  renewLease,
  type RowHasher,
  takeLease,
} from '#libs/store';
import { landChunk } from './load-chunk.js';
import type { RunContexts } from './run-contexts.js';

/** A chunk that failed this often for a reason of its own is given up, and its run with it. */
const MAX_ATTEMPTS = 3;

/** Somebody else holds the chunk by now: what this worker did must not count. */
class LeaseLost extends Error {}

/**
 * Loads one chunk under a lease: reads, maps, lands, counts and ends it in one transaction. Kill it anywhere: either the
 * whole chunk is there, or nothing of it and the lease runs out.
 */
export class ChunkWorker {
  constructor(
    private readonly database: Database,
    private readonly contexts: RunContexts,
    private readonly hash: RowHasher,
    private readonly logger: Logger,
    private readonly leaseSeconds: number,
  ) {}

  /** @returns whether this call ended the chunk (landed it, or gave it up) */
  async work(chunkId: number, signal: AbortSignal): Promise<boolean> {
    const chunk = await this.database.session((client) => takeLease(client, chunkId, this.leaseSeconds));
    if (chunk === null) return false;
    const stopHeartbeat = this.heartbeat(chunk);
    try {
      await this.load(chunk, signal);
      return true;
    } catch (error) {
      return await this.giveBack(chunk, error, signal);
    } finally {
      stopHeartbeat();
    }
  }

  private async load(chunk: LeasedChunk, signal: AbortSignal): Promise<void> {
    const work = await this.database.session((client) => this.contexts.of(client, chunk.runId, chunk.fileId));
    await this.database.transaction(async (client) => {
      await beginLanding(client, chunk);
      const counts = await landChunk(client, this.hash, work, chunk, signal);
      if (!(await finishChunk(client, chunk, counts))) throw new LeaseLost();
    });
  }

  /** Keeps the lease while the process lives; a stopped or killed process loses it. */
  private heartbeat(chunk: LeasedChunk): () => void {
    const timer = setInterval(
      () => {
        this.database
          .session((client) => renewLease(client, chunk, this.leaseSeconds))
          .catch((error: unknown) => {
            this.logger.warn({ chunk: chunk.id, err: error }, 'the lease could not be renewed');
          });
      },
      (this.leaseSeconds * 1000) / 3,
    );
    return () => clearInterval(timer);
  }

  private async giveBack(chunk: LeasedChunk, error: unknown, signal: AbortSignal): Promise<boolean> {
    if (error instanceof LeaseLost) {
      this.logger.warn({ chunk: chunk.id }, 'the lease was lost; the work of this attempt was rolled back');
      return false;
    }
    const passing = isTransient(error) || signal.aborted;
    const final = error instanceof TeachingError || chunk.attempts >= MAX_ATTEMPTS;
    this.logger.warn({ chunk: chunk.id, attempts: chunk.attempts, err: error }, 'a chunk failed');
    try {
      await this.database.session(async (client) => {
        if (!passing && final) await failChunk(client, chunk, failureCode(error));
        else await releaseLease(client, chunk, !passing);
      });
    } catch (later) {
      // The database is away: the lease runs out by itself.
      this.logger.warn({ chunk: chunk.id, err: later }, 'the lease could not be given back');
    }
    return !passing && final;
  }
}

/** A code that says what happened without quoting anything: ours, or the database's SQLSTATE. */
const failureCode = (error: unknown): string => {
  if (error instanceof TeachingError) return error.code;
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? `database.${code}` : 'program.fault';
};
