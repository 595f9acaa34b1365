import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { TeachingError } from '#libs/domain';
import { type Rectification, rectificationKey, type RectificationWithdrawn } from './rectification.js';
import { openValues, sealValues } from './rectification-seal.js';

/** What the home knows: the latest word about each field of each source person. */
export interface HomeRectifications {
  readonly standing: readonly Rectification[];
  readonly withdrawn: readonly RectificationWithdrawn[];
}

type Line = Omit<Rectification, 'values' | 'incident'> & {
  readonly incident: string | null;
  /** Null: taken back. */
  readonly sealed: string | null;
};

/**
 * The home's own rectifications, outside the database: what an older backup of it cannot know. Values lie closed; lines of a
 * person who is erased go, so the file is written anew with each change. Whoever writes holds the lock of rights.
 */
export class RectificationFile {
  /** @param key 32 bytes, of the installation */
  constructor(
    readonly path: string,
    private readonly key: Uint8Array,
  ) {}

  /** @throws TeachingError `rectification.file` where a line does not open: nothing may be lost unseen */
  async read(): Promise<HomeRectifications> {
    const lines = await this.lines();
    return {
      standing: lines.flatMap((line) => (line.sealed === null ? [] : [this.open(line, line.sealed)])),
      withdrawn: lines.filter(({ sealed }) => sealed === null).map(({ id, field, at }) => ({ id, field, at })),
    };
  }

  /** Notes what was set or taken back, each in place of what the file said of that field. */
  async note(set: readonly Rectification[], withdrawn: readonly RectificationWithdrawn[] = []): Promise<void> {
    if (set.length + withdrawn.length === 0) return;
    const changed = new Set([...set, ...withdrawn].map(rectificationKey));
    await this.replace([
      ...(await this.lines()).filter((line) => !changed.has(rectificationKey(line))),
      ...set.map((one) => ({ ...withoutValues(one), sealed: sealValues(this.key, one) })),
      ...withdrawn.map(({ id, field, at }) => ({ id, field, at, incident: null, sealed: null })),
    ]);
  }

  /** Forgets all about some source persons: they were erased. */
  async forget(ids: ReadonlySet<string>): Promise<void> {
    const lines = await this.lines();
    const left = lines.filter(({ id }) => !ids.has(id));
    if (left.length < lines.length) await this.replace(left);
  }

  private open(line: Line, sealed: string): Rectification {
    const bound = { id: line.id, field: line.field, at: line.at, incident: line.incident ?? '' };
    try {
      return { ...bound, values: openValues(this.key, bound, sealed) };
    } catch (error) {
      throw this.damaged(error);
    }
  }

  private async lines(): Promise<readonly Line[]> {
    try {
      const text = await readFile(this.path, 'utf8');
      return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error instanceof SyntaxError ? this.damaged() : error;
    }
  }

  /** The parser's own error quotes the file: it is no cause to hand on. */
  private damaged(cause?: unknown): TeachingError {
    return new TeachingError('rectification.file', { file: this.path }, cause === undefined ? {} : { cause });
  }

  /** Whole or not at all, on the disk when it returns. */
  private async replace(lines: readonly Line[]): Promise<void> {
    const folder = dirname(this.path);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const next = `${this.path}.next`;
    const handle = await open(next, 'w', 0o600);
    try {
      await handle.writeFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(next, this.path);
    await syncFolder(folder);
    await syncFolder(dirname(folder));
  }
}

const withoutValues = ({ id, field, at, incident }: Rectification): Omit<Rectification, 'values'> => ({
  ...{ id, field, at },
  incident,
});

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
