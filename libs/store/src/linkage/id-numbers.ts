import { uuidText } from './uuid-text.js';

const ID_BYTES = 16;
const FREE = -1;
/** Slots for each id at least: with fewer, ids wait for each other. */
const SLOTS_AN_ID = 2;
const START = 1024;

/**
 * Numbers for keyed ids, from 0 on in the order in which they come. Ids are kept as bytes, for a map of a million strings
 * takes ten times as much memory. Keyed ids are spread evenly, so their first bytes serve as the hash.
 */
export class IdNumbers {
  private ids = Buffer.alloc(START * ID_BYTES);
  private slots = new Int32Array(START * SLOTS_AN_ID).fill(FREE);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** The number of the id whose 16 bytes begin at a position; a new one where it was never asked for. */
  numberOf(bytes: Buffer, at: number): number {
    if (this.count * ID_BYTES === this.ids.length) this.grow();
    const slot = this.slotOf(bytes, at);
    const known = this.slots[slot] ?? FREE;
    if (known !== FREE) return known;
    bytes.copy(this.ids, this.count * ID_BYTES, at, at + ID_BYTES);
    this.slots[slot] = this.count;
    return this.count++;
  }

  /** The number of an id as text; -1 where it was never asked for. */
  find(id: string): number {
    return this.slots[this.slotOf(Buffer.from(id.replaceAll('-', ''), 'hex'), 0)] ?? FREE;
  }

  /** The id of a number. */
  text(number: number): string {
    return uuidText(this.ids, number * ID_BYTES);
  }

  /** Where an id stands, or would. */
  private slotOf(bytes: Buffer, at: number): number {
    const last = this.slots.length - 1;
    for (let slot = bytes.readUInt32BE(at) & last; ; slot = (slot + 1) & last) {
      const number = this.slots[slot] ?? FREE;
      if (number === FREE) return slot;
      const own = number * ID_BYTES;
      if (this.ids.compare(bytes, at, at + ID_BYTES, own, own + ID_BYTES) === 0) return slot;
    }
  }

  private grow(): void {
    const ids = Buffer.alloc(this.ids.length * 2);
    this.ids.copy(ids);
    this.ids = ids;
    this.slots = new Int32Array(this.slots.length * 2).fill(FREE);
    for (let number = 0; number < this.count; number++) {
      this.slots[this.slotOf(ids, number * ID_BYTES)] = number;
    }
  }
}
