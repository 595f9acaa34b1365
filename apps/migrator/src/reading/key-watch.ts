/**
 * Finds keys that occur more than once without holding them all: a 53-bit hash of each key while the file is surveyed; only
 * the few whose hashes meet are looked at again, by their full text. 8 bytes a record.
 */
export class KeyWatch {
  private hashes = new Float64Array(1024);
  private size = 0;

  add(key: string): void {
    if (this.size === this.hashes.length) {
      const larger = new Float64Array(this.size * 2);
      larger.set(this.hashes);
      this.hashes = larger;
    }
    this.hashes[this.size++] = hash53(key);
  }

  /** Hashes that occur more than once. Empties the watch. */
  repeated(): Set<number> {
    const sorted = this.hashes.subarray(0, this.size).sort();
    const repeated = new Set<number>();
    for (let i = 1; i < sorted.length; i++) {
      const hash = sorted[i];
      if (hash !== undefined && hash === sorted[i - 1]) repeated.add(hash);
    }
    this.hashes = new Float64Array(0);
    this.size = 0;
    return repeated;
  }
}

/** Two multiplicative hashes of 32 bits, mixed and joined to 53: well spread over short keys, and not a secret. */
export const hash53 = (text: string): number => {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x27d4eb2f);
    low = Math.imul(low ^ unit, 0x165667b1);
  }
  high = Math.imul(high ^ (high >>> 15), 0x2c1b3c6d) ^ Math.imul(low ^ (low >>> 13), 0x297a2d39);
  low = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d) ^ Math.imul(high ^ (high >>> 13), 0x297a2d39);
  return (high >>> 11) * 4294967296 + (low >>> 0);
};
