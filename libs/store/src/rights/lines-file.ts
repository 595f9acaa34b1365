import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * A file of the home, one JSON document a line, outside the database: what an older backup of it cannot know. Lines are only ever
 * added, and are on the disk when `append` returns.
 */
export class LinesFile<T> {
  /** @param isLine whether a document is one of ours */
  constructor(
    readonly path: string,
    private readonly isLine: (value: unknown) => value is T,
  ) {}

  /** Adds lines and waits for the disk, also for the names of file and folder where they are new. */
  async append(lines: readonly T[]): Promise<void> {
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

  /** All lines. One that is none (a power cut while it was written) belongs to a right whose use was never acknowledged. */
  async read(): Promise<readonly T[]> {
    try {
      return (await readFile(this.path, 'utf8')).split('\n').flatMap((text) => this.parse(text));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  private parse(text: string): T[] {
    if (text === '') return [];
    try {
      const line: unknown = JSON.parse(text);
      return this.isLine(line) ? [line] : [];
    } catch (error) {
      if (error instanceof SyntaxError) return [];
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
