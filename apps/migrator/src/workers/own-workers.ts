import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '#libs/runtime';
import { countWorkers, Database } from '#libs/store';
import { PROGRAMS } from '../engine/programs.js';
import { LOGGER } from '../engine/tokens.js';
import { LoadChunkProcessor } from '../imports/load-chunk.processor.js';
import { boundHeap } from './bounded-heap.js';

/** A worker reads one chunk while the database lands another. */
export const CHUNKS_AT_ONCE = 2;
/** Fewer chunks than this are done before another process has started. */
const WORTH_A_PROCESS = 4;
/** Bytes of exports that hold more than that many chunks. */
const WORTH_PREPARING = 8 * 1024 * 1024;
/** More processes than this only wait for the database. */
const MOST = 4;
const STOP_MS = 10_000;
/** Pause before a worker that ended takes its place again, in milliseconds: one that cannot start must not eat a processor. */
const RESTART_MS = 500;

/**
 * The workers of a command that imports or links: processes beside it for much work, none where workers run on this home
 * already; for chunks of an import then not even the one inside the command. `asked` comes from `--workers`.
 */
@Injectable()
export class OwnWorkers {
  private readonly children: ChildProcess[] = [];
  private readonly restarts = new Set<NodeJS.Timeout>();
  private working = false;
  asked: number | null = null;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LoadChunkProcessor) private readonly processor: LoadChunkProcessor,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Sees to it that somebody works; may be called again, in case the workers of others have gone. */
  async ensure(pendingChunks: number): Promise<void> {
    if (this.working || pendingChunks === 0) return;
    if (this.asked === null && (await this.database.session(countWorkers)) > 0) return;
    this.working = true;
    if (this.children.length === 0 && (this.asked !== null || pendingChunks >= WORTH_A_PROCESS)) this.spawnOthers();
    boundHeap();
    this.processor.start(CHUNKS_AT_ONCE);
  }

  /** Calls other processes to help a command that does such jobs itself; may be called again. */
  async help(pendingJobs: number): Promise<void> {
    if (this.children.length > 0 || (this.asked === null && pendingJobs < WORTH_A_PROCESS)) return;
    if (this.asked === null && (await this.database.session(countWorkers)) > 0) return;
    this.spawnOthers();
  }

  /** Starts processes while a large export is still being surveyed, so that they are ready when its plan stands. */
  async prepare(bytes: number): Promise<void> {
    if (this.working || bytes < WORTH_PREPARING) return;
    if (this.asked === null && (await this.database.session(countWorkers)) > 0) return;
    this.spawnOthers();
  }

  /** All but the one that is this command itself. */
  private spawnOthers(): void {
    const count = this.asked ?? Math.min(availableParallelism(), MOST);
    for (let i = 1; i < count; i++) this.spawn();
  }

  /** Stops the worker processes; each lands what it has in hand. */
  async stop(): Promise<void> {
    this.working = false;
    for (const restart of this.restarts) clearTimeout(restart);
    this.restarts.clear();
    await Promise.all(this.children.splice(0).map(stopChild));
  }

  private spawn(): void {
    const child = fork(PROGRAMS.migrator, ['worker'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.children.push(child);
    child.once('exit', (code, signal) => {
      const at = this.children.indexOf(child);
      if (at < 0) return;
      this.children.splice(at, 1);
      this.logger.warn({ pid: child.pid, exitCode: code, signal }, 'a worker process ended; another takes its place');
      this.spawnLater();
    });
  }

  private spawnLater(): void {
    const restart = setTimeout(() => {
      this.restarts.delete(restart);
      this.spawn();
    }, RESTART_MS);
    this.restarts.add(restart);
  }
}

const stopChild = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    // A worker whose parent lets go lands what it has in hand and leaves, without a word on the terminal.
    if (child.connected) child.disconnect();
    else child.kill('SIGTERM');
  });
