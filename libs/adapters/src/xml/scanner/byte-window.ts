import { LineCounter, type TextPlace } from './line-counter.js';

const NOTHING = Buffer.alloc(0);

/** The stretch of a file that a scanner looks at: what it has not consumed yet, then the newest bytes. */
export class ByteWindow {
  bytes: Buffer = NOTHING;
  /** Index in `bytes` of the first byte that is not consumed. */
  at = 0;
  private readonly lines: LineCounter | undefined;

  /**
   * @param base offset of `bytes[0]` in the file
   * @param counted whether places are asked for: counting lines costs a look at every byte
   */
  constructor(
    public base: number,
    counted: boolean,
  ) {
    this.lines = counted ? new LineCounter(base) : undefined;
  }

  /** Offset in the file of the first byte that is not consumed. */
  get offset(): number {
    return this.base + this.at;
  }

  get waiting(): number {
    return this.bytes.length - this.at;
  }

  push(block: Uint8Array): void {
    const fresh = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
    this.bytes = this.bytes.length === 0 ? fresh : Buffer.concat([this.bytes, fresh]);
  }

  /** Forgets what is consumed and copies the rest, because the caller may reuse the block. */
  settle(): void {
    this.lines?.pass(this.bytes, this.at, this.base);
    this.base += this.at;
    this.bytes = this.waiting === 0 ? NOTHING : Buffer.from(this.bytes.subarray(this.at));
    this.at = 0;
  }

  /** Line and column of an offset that is not consumed yet; asked once, when reading has stopped. */
  place(offset: number, utf8: boolean): TextPlace | undefined {
    return this.lines?.place(this.bytes, this.base, offset, utf8);
  }
}
