import { ByteOpening } from './byte-opening.js';
import { ByteHistogram } from './byte-histogram.js';
import { Utf8Tally } from './utf8.tally.js';

/** Bytes from 0x80 on that are looked at, about; more of them never changed a verdict and would cost every large file. */
const ENOUGH_HIGH_BYTES = 20_000;

/**
 * What the bytes of a file say about its encoding, collected while a survey reads it. Holds counts only, and the same
 * counts wherever the blocks were cut.
 */
export class EncodingEvidence {
  readonly opening = new ByteOpening();
  readonly histogram = new ByteHistogram();
  readonly utf8 = new Utf8Tally();

  /** Whether more bytes would no longer be looked at. */
  get complete(): boolean {
    return this.histogram.total >= ENOUGH_HIGH_BYTES;
  }

  /** @param block the next bytes of the file, from its very first byte on */
  add(block: Uint8Array): void {
    this.opening.add(block);
    for (let at = 0; at < block.length && !this.complete; at++) {
      const byte = block[at] ?? 0;
      this.histogram.add(byte);
      this.utf8.add(byte);
    }
  }

  /** Counts what the end of the file leaves open. */
  end(): void {
    this.histogram.end();
    this.utf8.end();
  }
}
