import type { Decoder } from '../encoding/decoder.js';
import { NAME } from './byte-classes.js';

const SLOTS = 4096;
/** Multiplicative hashing (Knuth 6.4): the highest 12 bits of the product are the slot. */
const SPREAD = 0x9e3779b1;
const SLOT_SHIFT = 20;

/** A name as it stands in the file, and what it says. */
export interface Name {
  readonly hash: number;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** What is read of a name that may go on in bytes to come: the caller waits for those. */
export const UNFINISHED: Name = { hash: 0, bytes: new Uint8Array(0), text: '' };

/** Whether `bytes` hold the name at `start`, and it goes on no further than the caller has looked. */
export const isNameAt = (name: Uint8Array, bytes: Buffer, start: number): boolean => {
  for (let at = 0; at < name.length; at += 1) if (name[at] !== bytes[start + at]) return false;
  return true;
};

/**
 * Names of elements and attributes, decoded once: an export has a few dozen of them, millions of times. Holds a fixed
 * number of names (a later one takes the place of an earlier one), so that invented names cannot fill the memory.
 */
export class NameCache {
  /** Index after the name that was read last. */
  end = 0;
  private readonly slots: (Name | undefined)[] = new Array<Name | undefined>(SLOTS).fill(undefined);

  constructor(private readonly decode: Decoder) {}

  /** The name that begins at `start`; `end` says how far it goes. `UNFINISHED` when that is as far as the bytes go. */
  read(bytes: Buffer, start: number): Name {
    let hash = 0;
    let at = start;
    while (at < bytes.length) {
      const byte = bytes[at] as number;
      if (NAME[byte] === 0) break;
      hash = (Math.imul(hash, 31) + byte) | 0;
      at += 1;
    }
    this.end = at;
    if (at === bytes.length) return UNFINISHED;
    const slot = Math.imul(hash, SPREAD) >>> SLOT_SHIFT;
    const known = this.slots[slot];
    if (known !== undefined && known.hash === hash && known.bytes.length === at - start)
      if (isNameAt(known.bytes, bytes, start)) return known;
    const name = this.make(bytes, start, at, hash);
    this.slots[slot] = name;
    return name;
  }

  /** A name whose bytes mean nothing gets a text that no layout can hold, distinct for distinct bytes. */
  private make(bytes: Buffer, start: number, end: number, hash: number): Name {
    const text = this.decode(bytes, start, end) ?? `\0${bytes.toString('latin1', start, end)}`;
    return { hash, bytes: Uint8Array.prototype.slice.call(bytes, start, end), text };
  }
}
