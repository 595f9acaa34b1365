import { rm } from 'node:fs/promises';
import { BlockWriter } from './block-writer.js';
import type { Encode } from './byte-encodings.js';

/** How the text around the records of a file is made. */
export interface Frame {
  readonly encode: Encode;
  /** Whether the head needs the number of records: the records then go to a file of their own first. */
  readonly countsFirst: boolean;
  head(records: number): string;
  tail(records: number): string;
}

/** One export file in the making: a head, records one after the other, a tail. */
export class ExportFile {
  private written = 0;

  private constructor(
    private readonly path: string,
    private readonly frame: Frame,
    private writer: BlockWriter,
  ) {}

  static async open(path: string, frame: Frame): Promise<ExportFile> {
    const writer = await BlockWriter.open(frame.countsFirst ? `${path}.part` : path, frame.encode);
    if (!frame.countsFirst) writer.write(frame.head(0));
    return new ExportFile(path, frame, writer);
  }

  /** Records added so far: the position of the next one. */
  get records(): number {
    return this.written;
  }

  add(record: string): void {
    this.writer.write(record);
    this.written += 1;
  }

  get full(): boolean {
    return this.writer.full;
  }

  flush(): Promise<void> {
    return this.writer.flush();
  }

  /** Closes the file and tells how many bytes and planted tokens it holds. */
  async finish(): Promise<{ bytes: number; tokens: number }> {
    const { frame, written: records } = this;
    const body = this.writer;
    if (frame.countsFirst) {
      await body.close();
      this.writer = await BlockWriter.open(this.path, frame.encode);
      this.writer.write(frame.head(records));
      await this.writer.append(body.path);
      await rm(body.path);
    }
    this.writer.write(frame.tail(records));
    await this.writer.close();
    return { bytes: this.writer.bytes, tokens: body.tokens };
  }

  async discard(): Promise<void> {
    await this.writer.abandon();
    for (const path of [this.path, `${this.path}.part`]) await rm(path, { force: true });
  }
}
