const NOTHING = 0xffffffff;
const LENGTH_BYTES = 4;
const NUMBER_BYTES = 8;
/** Most of what is hashed is shorter. */
const ROOM = 1024;

/**
 * Bytes that can be read in one way only, to be hashed or signed: each text is its length (32 bits, big-endian) and its
 * UTF-8; an absent one is the length 0xFFFFFFFF; a list is its count and its texts; a number has 64 bits. No separator, so
 * that no content can pass for one.
 */
export class CanonicalBytes {
  private room = Buffer.allocUnsafe(ROOM);
  private end = 0;

  /** @param kind what the bytes are, a constant word: bytes of one kind are never those of another */
  constructor(kind: string) {
    this.text(kind);
  }

  text(value: string | null): this {
    if (value === null) return this.length(NOTHING);
    const size = Buffer.byteLength(value);
    this.length(size).reserve(size);
    this.end += this.room.write(value, this.end, 'utf8');
    return this;
  }

  bytes(value: Uint8Array): this {
    this.length(value.length).reserve(value.length);
    this.room.set(value, this.end);
    this.end += value.length;
    return this;
  }

  list(values: readonly string[]): this {
    this.length(values.length);
    for (const value of values) this.text(value);
    return this;
  }

  /** @param value a whole number from 0 on */
  number(value: number): this {
    this.reserve(NUMBER_BYTES);
    this.end = this.room.writeBigUInt64BE(BigInt(value), this.end);
    return this;
  }

  done(): Buffer {
    return Buffer.from(this.room.subarray(0, this.end));
  }

  private length(value: number): this {
    this.reserve(LENGTH_BYTES);
    this.end = this.room.writeUInt32BE(value, this.end);
    return this;
  }

  private reserve(size: number): void {
    const needed = this.end + size;
    if (needed <= this.room.length) return;
    const larger = Buffer.allocUnsafe(needed * 2);
    this.room.copy(larger, 0, 0, this.end);
    this.room = larger;
  }
}
