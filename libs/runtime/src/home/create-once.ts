import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates a file of mode 0600 whole or not at all, and returns what it holds: our content, or that of whoever was first.
 * A hard link appears at once and never replaces a file, which neither a write nor a rename can promise.
 */
export function createOnce(file: string, content: string): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    writeSync(descriptor, content);
    fsyncSync(descriptor);
    link(draft, file);
  } finally {
    closeSync(descriptor);
    rmSync(draft);
  }
  syncFolder(dirname(file));
  return readFileSync(file, 'utf8');
}

/** Makes the names in a folder survive a power cut. */
export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function link(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
