const NOTHING = 0xffffffff;

/**
 * Bytes that can be read in one way only, to be hashed or signed: each text is its length (32 bits, big-endian) and its
 * UTF-8; an absent one is the length 0xFFFFFFFF; a list is its count and its texts; a number has 64 bits. No separator, so
 * that no content can pass for one.
 */
export class CanonicalBytes {
  private readonly parts: Buffer[] = [];

  /** @param kind what the bytes are, a constant word: bytes of one kind are never those of another */
  constructor(kind: string) {
    this.text(kind);
  }

  text(value: string | null): this {
    if (value === null) return this.length(NOTHING);
    return this.bytes(Buffer.from(value, 'utf8'));
  }

  bytes(value: Uint8Array): this {
    this.length(value.length);
    this.parts.push(Buffer.from(value));
    return this;
  }

  list(values: readonly string[]): this {
    this.length(values.length);
    for (const value of values) this.text(value);
    return this;
  }

  /** @param value a whole number from 0 on */
  number(value: number): this {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(BigInt(value));
    this.parts.push(bytes);
    return this;
  }

  done(): Buffer {
    return Buffer.concat(this.parts);
  }

  private length(value: number): this {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    this.parts.push(bytes);
    return this;
  }
}
