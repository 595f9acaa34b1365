import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const LIMIT_BYTES = 10 * 1024 * 1024;
const READ_BYTES = 4096;

/** Opens the log for a server's output, and puts it aside first when it has grown large. The caller closes it. */
export function openLog(file: string): number {
  if (logSize(file) > LIMIT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** Bytes. */
export const logSize = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/**
 * Whether a start failed because sessions of a killed server are still at work: each notices only at the end of its
 * statement, and PostgreSQL rightly refuses to start beside them.
 * @param since the log's size before that start
 */
export function waitsForOrphans(file: string, since: number): boolean {
  const log = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(READ_BYTES, Math.max(0, fstatSync(log).size - since)));
    readSync(log, bytes, 0, bytes.length, since);
    return bytes.includes('pre-existing shared memory block');
  } finally {
    closeSync(log);
  }
}
