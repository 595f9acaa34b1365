import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { TombstoneLine } from './tombstone.js';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const KINDS: readonly unknown[] = ['refused', 'erased', 'withdrawn'];

/** The home's own tombstones, outside the database: what an older backup of it cannot know. Lines are only ever added. */
export class TombstoneFile {
  constructor(readonly path: string) {}

  /** Adds lines and waits for the disk, also for the names of file and folder where they are new. */
  async append(lines: readonly TombstoneLine[]): Promise<void> {
    if (lines.length === 0) return;
    const folder = dirname(this.path);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const handle = await open(this.path, 'a+', 0o600);
    try {
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      // A power cut may have left half a line, which must not swallow the next one.
      const { size } = await handle.stat();
      const last = size === 0 ? null : (await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer;
      await handle.write(last === null || last.toString('latin1') === '\n' ? text : `\n${text}`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await syncFolder(folder);
    await syncFolder(dirname(folder));
  }

  /** All lines. One that is none (a power cut while it was written) belongs to an erasure that was never acknowledged. */
  async read(): Promise<readonly TombstoneLine[]> {
    try {
      return (await readFile(this.path, 'utf8')).split('\n').flatMap(parseLine);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const parseLine = (text: string): TombstoneLine[] => {
  if (text === '') return [];
  try {
    const line: unknown = JSON.parse(text);
    return isLine(line) ? [line] : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
};

const isLine = (value: unknown): value is TombstoneLine => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, kind, at, incident, system, site, table } = value as Partial<Record<keyof TombstoneLine, unknown>>;
  return (
    typeof id === 'string' &&
    ID.test(id) &&
    KINDS.includes(kind) &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    (incident === null || typeof incident === 'string') &&
    [system, site, table].every((word) => typeof word === 'string')
  );
};
