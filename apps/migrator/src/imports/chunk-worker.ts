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
import { LeaseLost, LeaseWorker } from '../jobs/lease-worker.js';
import { landChunk } from './load-chunk.js';
import type { RunContexts } from './run-contexts.js';

/** Loads one chunk under a lease: reads, maps, lands, counts and ends it in one transaction. */
export class ChunkWorker {
  private readonly leases: LeaseWorker<LeasedChunk>;

  constructor(
    private readonly database: Database,
    private readonly contexts: RunContexts,
    private readonly hash: RowHasher,
    logger: Logger,
    leaseSeconds: number,
  ) {
    const kind = {
      name: ({ id }: LeasedChunk) => `chunk ${String(id)}`,
      renew: renewLease,
      release: releaseLease,
      fail: failChunk,
      run: (chunk: LeasedChunk, signal: AbortSignal) => this.load(chunk, signal),
    };
    this.leases = new LeaseWorker(database, kind, logger, leaseSeconds);
  }

  /** @returns whether this call ended the chunk (landed it, or gave it up) */
  work(chunkId: number, signal: AbortSignal): Promise<boolean> {
    return this.leases.work((client, seconds) => takeLease(client, chunkId, seconds), signal);
  }

  private async load(chunk: LeasedChunk, signal: AbortSignal): Promise<void> {
    const work = await this.database.session((client) => this.contexts.of(client, chunk.runId, chunk.fileId));
    await this.database.transaction(async (client) => {
      await beginLanding(client, chunk);
      const counts = await landChunk(client, this.hash, work, chunk, signal);
      if (!(await finishChunk(client, chunk, counts))) throw new LeaseLost();
    });
  }
}
