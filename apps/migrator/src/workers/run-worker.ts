import { hostname } from 'node:os';
import { forgetWorker, noteWorker } from '#libs/store';
import type { Engine } from '../engine/open-engine.js';
import { DATABASE_ACCESS } from '../engine/tokens.js';
import type { DatabaseAccess } from '#libs/runtime';
import { LoadChunkProcessor } from '../imports/load-chunk.processor.js';
import { WorkSignal } from '../jobs/work-signal.js';
import { LinkJobProcessor } from '../linkage/link-job.processor.js';
import { LINK_JOBS_AT_ONCE } from '../linkage/queue-link-runner.js';
import { boundHeap } from './bounded-heap.js';
import { CHUNKS_AT_ONCE } from './own-workers.js';

/** How often a worker says that it is there, in milliseconds; it is taken for gone after three times this. */
const SIGN_OF_LIFE_MS = 5_000;

/** Works until told to stop, or until the process that started this one is gone. */
export const runWorker = async (engine: Engine, signal: AbortSignal): Promise<void> => {
  const id = `${hostname()}.${String(process.pid)}`;
  const { database, logger } = engine;
  const access = engine.app.get<DatabaseAccess>(DATABASE_ACCESS, { strict: false });
  const note = (): Promise<void> => database.session((client) => noteWorker(client, id));
  await note();
  const timer = setInterval(() => {
    note().catch(async (error: unknown) => {
      logger.warn({ err: error }, 'the database is away; waiting for it');
      await access
        .revive()
        .catch((failure: unknown) => logger.warn({ err: failure }, 'the database does not answer yet'));
    });
  }, SIGN_OF_LIFE_MS);
  boundHeap();
  engine.get(LoadChunkProcessor).start(CHUNKS_AT_ONCE);
  engine.get(LinkJobProcessor).start(LINK_JOBS_AT_ONCE);
  try {
    await stopAsked(signal);
  } finally {
    clearInterval(timer);
    engine.get(WorkSignal).stop();
    await database.session((client) => forgetWorker(client, id)).catch(() => undefined);
  }
};

/** A signal, or the end of the parent: a worker of an import must not outlive it. */
const stopAsked = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const stop = (): void => {
      // Listening to the parent keeps the channel open, and an open channel would keep the process alive.
      process.off('disconnect', stop);
      signal.removeEventListener('abort', stop);
      resolve();
    };
    // `send` is there exactly when a parent opened a channel; it may have gone before we came here.
    const orphaned = process.send !== undefined && !process.connected;
    if (process.connected) process.on('disconnect', stop);
    signal.addEventListener('abort', stop);
    if (signal.aborted || orphaned) stop();
  });
