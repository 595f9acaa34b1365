import {
  chunkProgress,
  findFreeChunks,
  findPhases,
  finishChunk,
  type RowHasher,
  type Run,
  takeLease,
  type Transactor,
} from '#libs/store';
import type { ChunkRunner } from './import-request.js';
import { landChunk } from './load-chunk.js';
import type { RunContexts } from './run-contexts.js';

/** Long enough for any chunk: nobody else can see it. */
const LEASE_SECONDS = 3_600;

/** Loads chunks one after the other on the caller's transactor, without queue or workers: what a dry run does. */
export class InlineChunkRunner implements ChunkRunner {
  constructor(
    private readonly transactor: Transactor,
    private readonly contexts: RunContexts,
    private readonly hash: RowHasher,
    private readonly signal: AbortSignal,
  ) {}

  /** Nothing to prepare: the caller's own connection does the work. */
  prepare(): Promise<void> {
    return Promise.resolve();
  }

  release(): Promise<void> {
    return Promise.resolve();
  }

  async run(run: Run, onProgress: (records: number) => void): Promise<void> {
    await this.transactor.session(async (client) => {
      for (const phase of await findPhases(client, run.id)) {
        for (const { id } of await findFreeChunks(client, run.id, phase)) {
          this.signal.throwIfAborted();
          const chunk = await takeLease(client, id, LEASE_SECONDS);
          if (chunk === null) continue;
          const work = await this.contexts.of(client, chunk.runId, chunk.fileId);
          await finishChunk(client, chunk, await landChunk(client, this.hash, work, chunk, this.signal));
          onProgress((await chunkProgress(client, run.id, phase)).records);
        }
      }
    });
  }
}
