import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { QUEUES } from '../src/queue-settings.js';
import { QUICK_WORKER_OPTIONS } from './queue-program.js';

const PROGRAM = join(import.meta.dirname, 'hold-job.mjs');

/** Starts another process that takes the next job, and kills it with kill -9 while it holds it. Answers the job's id. */
export const takeJobAndDie = async (kind: 'postgres' | 'redis', address: string): Promise<string> => {
  const options = JSON.stringify(QUICK_WORKER_OPTIONS);
  const child = spawn(process.execPath, [PROGRAM, kind, address, QUEUES.importChunks, options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  child.kill('SIGKILL');
  await exited;
  return line.toString().trim();
};
