import type { Decoder } from '../encoding/decoder.js';

const SLOTS = 1024;

interface Known {
  readonly hash: number;
  readonly bytes: Uint8Array;
  readonly text: string;
}

const same = (known: Uint8Array, bytes: Buffer, start: number, end: number): boolean => {
  if (known.length !== end - start) return false;
  for (let at = 0; at < known.length; at += 1) if (known[at] !== bytes[start + at]) return false;
  return true;
};

/**
 * Names of elements and attributes as strings, decoded once: an export has a few dozen of them, millions of times. Holds
 * a fixed number of names (a later one takes the place of an earlier one), so that invented names cannot fill the memory.
 */
export class NameCache {
  private readonly slots: (Known | undefined)[] = new Array<Known | undefined>(SLOTS);

  constructor(private readonly decode: Decoder) {}

  at(bytes: Buffer, start: number, end: number): string {
    let hash = end - start;
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
    const slot = hash & (SLOTS - 1);
    const known = this.slots[slot];
    if (known !== undefined && known.hash === hash && same(known.bytes, bytes, start, end)) return known.text;
    const text = this.read(bytes, start, end);
    this.slots[slot] = { hash, bytes: Uint8Array.prototype.slice.call(bytes, start, end), text };
    return text;
  }

  /** A name whose bytes mean nothing gets a text that no layout can hold, distinct for distinct bytes. */
  private read(bytes: Buffer, start: number, end: number): string {
    return this.decode(bytes, start, end) ?? `\0${bytes.toString('latin1', start, end)}`;
  }
}
