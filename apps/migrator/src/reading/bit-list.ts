/** Yes or no for each number from 0 on, no unless told: one bit each, as far as there is a yes. */
export class BitList {
  private bits = new Uint8Array(64);

  add(number: number): void {
    const place = number >>> 3;
    if (place >= this.bits.length) {
      const larger = new Uint8Array(Math.max(place + 1, this.bits.length * 2));
      larger.set(this.bits);
      this.bits = larger;
    }
    this.bits[place] = (this.bits[place] ?? 0) | (1 << (number & 7));
  }

  has(number: number): boolean {
    return ((this.bits[number >>> 3] ?? 0) & (1 << (number & 7))) !== 0;
  }
}
