import type { Encoding } from '#libs/domain';

/** How much of a file's beginning is looked at for UTF-16 without a byte-order mark. */
export const OPENING_BYTES = 65_536;

/** A byte-order mark and its encoding. */
export interface ByteOrderMark {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly bytes: number;
}

const MARKS: readonly (ByteOrderMark & { readonly start: readonly number[] })[] = [
  { encoding: 'utf-8', bytes: 3, start: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: 2, start: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: 2, start: [0xfe, 0xff] },
];

/** The first bytes of a file: its byte-order mark, and on which side of each pair the NUL bytes lie. */
export class ByteOpening {
  private readonly first: number[] = [];
  private seen = 0;
  private evenNuls = 0;
  private oddNuls = 0;

  add(block: Uint8Array): void {
    const length = Math.min(block.length, OPENING_BYTES - this.seen);
    for (let at = 0; at < length; at++) {
      if (this.first.length < 3) this.first.push(block[at] ?? 0);
      if (block[at] !== 0) continue;
      if ((this.seen + at) % 2 === 0) this.evenNuls++;
      else this.oddNuls++;
    }
    this.seen += length;
  }

  get mark(): ByteOrderMark | undefined {
    return MARKS.find(({ start }) => start.every((byte, at) => this.first[at] === byte));
  }

  /**
   * UTF-16 by its pattern: in French text nearly every code unit has a zero high byte and hardly any a zero low byte, while
   * no text in an 8-bit encoding holds NUL in every second place.
   */
  get nulPattern(): Extract<Encoding, 'utf-16le' | 'utf-16be'> | undefined {
    const pairs = this.seen / 2;
    if (pairs < 1) return undefined;
    if (this.oddNuls > pairs / 2 && this.evenNuls < pairs / 10) return 'utf-16le';
    if (this.evenNuls > pairs / 2 && this.oddNuls < pairs / 10) return 'utf-16be';
    return undefined;
  }
}
