import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Checkpoint } from './checkpoint.js';
import { checkpointDocument, parseCheckpoint } from './checkpoint-line.js';

/** Adds a checkpoint to a file (mode 0600, made where it is missing) and waits for the disk. */
export const appendCheckpoint = async (file: string, checkpoint: Checkpoint): Promise<void> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    // One write: two commands that end together never mix their lines.
    await handle.write(`${JSON.stringify(checkpointDocument(checkpoint))}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** A line of a file of checkpoints; null: it is none. */
export interface WitnessLine {
  readonly line: number;
  readonly checkpoint: Checkpoint | null;
}

/** Reads a file of checkpoints, line by line; empty lines are left out. @throws what the file system throws, but for nothing there with `missing: 'empty'` */
export const readCheckpoints = async (file: string, missing: 'empty' | 'throw'): Promise<WitnessLine[]> => {
  const lines: WitnessLine[] = [];
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      line += 1;
      if (text.trim() !== '') lines.push({ line, checkpoint: parseCheckpoint(text) });
    }
  } catch (error) {
    if (missing === 'throw' || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return lines;
};
