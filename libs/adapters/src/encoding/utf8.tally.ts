/** Counts well-formed and malformed multi-byte sequences of UTF-8 (RFC 3629: no overlong forms, no surrogates). */
export class Utf8Tally {
  wellFormed = 0;
  malformed = 0;
  private expected = 0;
  private lowest = 0x80;
  private highest = 0xbf;

  add(byte: number): void {
    if (this.expected === 0) {
      if (byte >= 0x80) this.open(byte);
    } else if (byte >= this.lowest && byte <= this.highest) {
      this.lowest = 0x80;
      this.highest = 0xbf;
      if (--this.expected === 0) this.wellFormed++;
    } else {
      this.malformed++;
      this.expected = 0;
      if (byte >= 0x80) this.open(byte);
    }
  }

  /** A sequence that the end of the file cuts is malformed. */
  end(): void {
    if (this.expected > 0) this.malformed++;
    this.expected = 0;
  }

  private open(lead: number): void {
    this.lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    this.highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (lead >= 0xc2 && lead <= 0xdf) this.expected = 1;
    else if (lead >= 0xe0 && lead <= 0xef) this.expected = 2;
    else if (lead >= 0xf0 && lead <= 0xf4) this.expected = 3;
    else this.malformed++;
  }
}
