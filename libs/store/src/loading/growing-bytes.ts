const START_BYTES = 256 * 1024;

/** Memory of bytes that are done with: each chunk needs some megabytes, and V8 is slow to give such memory back. */
const SPARE: Buffer[] = [];
const MOST_SPARE = 16;
const NOTHING: Buffer = Buffer.alloc(0);

/** Bytes that are written one behind the other, in memory that grows with them and goes from one writer to the next. */
export abstract class GrowingBytes {
  protected bytes: Buffer = NOTHING;
  /** The same memory, for numbers: most significant byte first, as PostgreSQL sends and receives them. */
  protected view = new DataView(NOTHING.buffer, NOTHING.byteOffset, 0);
  protected length: number;

  /** @param start bytes at the beginning that are not written to, for whoever hands the whole out to fill */
  protected constructor(private readonly start: number) {
    this.length = start;
  }

  /** Where the next byte goes. */
  get position(): number {
    return this.length;
  }

  /** Forgets everything; the memory stays. What was handed out is no longer valid. */
  clear(): void {
    this.length = this.start;
  }

  /** Forgets everything and hands the memory to the next writer. */
  release(): void {
    if (this.bytes !== NOTHING && SPARE.length < MOST_SPARE) SPARE.push(this.bytes);
    this.use(NOTHING);
    this.clear();
  }

  /** Forgets what was written after a position. */
  rewind(position: number): void {
    this.length = position;
  }

  /** What was written from a position on; valid until the next write. */
  since(position: number): Uint8Array {
    return this.bytes.subarray(position, this.length);
  }

  /** Makes sure that so many more bytes fit; `bytes` and `view` may be others afterwards. */
  protected room(bytes: number): void {
    if (this.length + bytes > this.bytes.length) this.grow(this.length + bytes);
  }

  private grow(needed: number): void {
    const least = Math.max(needed, this.bytes.length * 2);
    const spare = SPARE.at(-1);
    const grown =
      spare !== undefined && spare.length >= least
        ? (SPARE.pop() ?? spare)
        : Buffer.allocUnsafeSlow(Math.max(least, START_BYTES));
    this.bytes.copy(grown, 0, 0, this.length);
    this.use(grown);
  }

  private use(bytes: Buffer): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }
}
