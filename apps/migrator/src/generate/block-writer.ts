import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { TeachingError } from '#libs/domain';
import type { Encode } from './byte-encodings.js';

/** Characters after which a block is written. */
const BLOCK = 256 * 1024;
const TOKEN_MARK = Buffer.from('KNR', 'latin1');
/** A token's own letters may spell the mark again. */
const TOKEN_LENGTH = 12;

/**
 * Writes a text file in blocks of about 256 KB. `write` only collects; whoever writes asks `full` and then awaits `flush`,
 * which is all the backpressure there is. Counts the planted tokens that went out.
 */
export class BlockWriter {
  private pending = '';
  tokens = 0;
  bytes = 0;

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    private readonly encode: Encode,
  ) {}

  /** Makes or empties the file. Throws `TeachingError` `generate.out.unwritable`. */
  static async open(path: string, encode: Encode): Promise<BlockWriter> {
    try {
      return new BlockWriter(path, await open(path, 'w'), encode);
    } catch (error) {
      throw unwritable(path, error);
    }
  }

  write(text: string): void {
    this.pending += text;
  }

  get full(): boolean {
    return this.pending.length >= BLOCK;
  }

  async flush(): Promise<void> {
    if (this.pending === '') return;
    const block = this.encode(this.pending);
    this.pending = '';
    await this.put(block);
  }

  /** Adds the bytes of another file, as they are; the tokens in them were counted when that file was written. */
  async append(path: string): Promise<void> {
    await this.flush();
    for await (const block of createReadStream(path, { highWaterMark: BLOCK })) await this.put(block as Buffer);
  }

  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await this.handle.close();
    }
  }

  /** Closes without writing what is pending, for a generation that failed; a file that is closed already stays so. */
  async abandon(): Promise<void> {
    this.pending = '';
    if (this.handle.fd >= 0) await this.handle.close();
  }

  private async put(block: Buffer): Promise<void> {
    for (let at = block.indexOf(TOKEN_MARK); at >= 0; at = block.indexOf(TOKEN_MARK, at + TOKEN_LENGTH)) {
      this.tokens += 1;
    }
    this.bytes += block.length;
    try {
      await this.handle.writeFile(block);
    } catch (error) {
      throw unwritable(this.path, error);
    }
  }
}

/** The error for a path that cannot be written, with the system's own code (`EACCES`, `ENOSPC`, …); any other as it is. */
export function unwritable(path: string, cause: unknown): unknown {
  // By its shape: an error of the file system may come from another realm than ours.
  const known = typeof cause === 'object' && cause !== null && 'syscall' in cause && 'code' in cause;
  if (!known) return cause;
  const args = { path, reason: String(cause.code) };
  return new TeachingError('generate.out.unwritable', args, { place: { file: path }, cause });
}
