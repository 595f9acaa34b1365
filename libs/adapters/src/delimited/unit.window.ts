import type { Encoding } from '#libs/domain';
import { isUtf16 } from '../encoding/unit-text.js';

/** Bytes to begin with: many stretches are of a few records. */
const SMALLEST = 4096;

/**
 * The stretch of a file that a scanner looks at: what was left of a record, and the bytes after it. Its memory is reused
 * from block to block; one unit after the last is a sentinel, so that inner loops need no test for the end.
 */
export class UnitWindow {
  /** The units; longer than `length`, and another array after `append`. */
  units: Uint8Array | Uint16Array;
  length = 0;
  readonly unitBytes: 1 | 2;
  private bytes: Buffer;
  private readonly bigEndian: boolean;
  private half = -1;

  constructor(
    encoding: Encoding,
    private readonly sentinel: number,
  ) {
    this.unitBytes = isUtf16(encoding) ? 2 : 1;
    this.bigEndian = encoding === 'utf-16be';
    this.bytes = Buffer.alloc(0);
    this.units = this.bytes;
    this.reserve(0);
  }

  get byteLength(): number {
    return this.length * this.unitBytes;
  }

  /** Whether the bytes so far end in the middle of a unit. */
  get odd(): boolean {
    return this.half >= 0;
  }

  append(block: Uint8Array): void {
    const start = this.byteLength;
    this.reserve(start + block.length + 1);
    let end = start;
    if (this.half >= 0) this.bytes[end++] = this.half;
    this.bytes.set(block, end);
    end += block.length;
    this.half = end % this.unitBytes === 0 ? -1 : (this.bytes[--end] ?? -1);
    if (this.bigEndian) this.bytes.subarray(start, end).swap16();
    this.length = end / this.unitBytes;
    this.units[this.length] = this.sentinel;
  }

  /** Forgets the first units. */
  drop(count: number): void {
    this.bytes.copyWithin(0, count * this.unitBytes, this.byteLength);
    this.length -= count;
    this.units[this.length] = this.sentinel;
  }

  /** Units from `from` to `to` (exclusive) as unit text in memory of its own. */
  text(from = 0, to = this.length): string {
    return this.bytes.toString(this.unitBytes === 1 ? 'latin1' : 'utf16le', from * this.unitBytes, to * this.unitBytes);
  }

  private reserve(byteLength: number): void {
    const needed = byteLength + this.unitBytes * 2;
    if (needed <= this.bytes.length) return;
    const memory = new ArrayBuffer(Math.max(SMALLEST, needed + (needed % 2), this.bytes.length * 2));
    const grown = Buffer.from(memory);
    grown.set(this.bytes.subarray(0, this.byteLength));
    this.bytes = grown;
    this.units = this.unitBytes === 1 ? new Uint8Array(memory) : new Uint16Array(memory);
    this.units[this.length] = this.sentinel;
  }
}
