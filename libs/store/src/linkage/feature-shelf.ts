import type { Client } from '../connection/database.js';
import { pageShelf } from '../sql/linkage-blocks.sql.js';
import type { BinaryRows } from './binary-rows.js';
import { copyOut } from './copy-batches.js';

/** Persons read at a time: while an answer is put together, it lies in memory twice. */
const PAGE = 20_000;
const NOBODY = -1;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * What every person is compared by, as the database sent it: about 250 bytes each, outside of the JavaScript heap. In a run of
 * all persons each of them is asked for several times, and sending them with each of their blocks took PostgreSQL three quarters
 * of its time for the blocks. Places are numbers from 0, in order of ids.
 */
export class FeatureShelf {
  private readonly pages: BinaryRows[] = [];
  /** Where the id of the person at a place lies in its page. */
  private starts = new Uint32Array(PAGE);
  /** Places by number of the person. */
  private places = new Int32Array(PAGE).fill(NOBODY);
  private size = 0;

  private constructor(private readonly pageSize: number) {}

  /** @param pageSize for tests: persons read at a time */
  static async load(client: Client, pageSize = PAGE): Promise<FeatureShelf> {
    const shelf = new FeatureShelf(pageSize);
    for (let after = BEFORE_ALL; ;) {
      const count = shelf.add(await copyOut(client, pageShelf(after, pageSize)));
      if (count < pageSize) return shelf;
      after = shelf.id(shelf.size - 1);
    }
  }

  /** @throws Error for a number that nobody had when the shelf was filled */
  placeOf(personNo: number): number {
    const place = this.places[personNo] ?? NOBODY;
    if (place === NOBODY) throw new Error(`person ${personNo} was prepared after the run had begun to score`);
    return place;
  }

  id(place: number): string {
    return this.page(place).uuidAt(this.start(place));
  }

  codes(place: number): number[] {
    const page = this.page(place);
    return page.int8sAt(page.behind(this.start(place)));
  }

  features(place: number): string {
    const page = this.page(place);
    return page.textAt(page.behind(page.behind(this.start(place)))) ?? '';
  }

  private add(rows: BinaryRows): number {
    const before = this.size;
    this.pages.push(rows);
    while (rows.next()) {
      const personNo = rows.int4();
      if (personNo >= this.places.length) this.places = grown(this.places, personNo + 1, NOBODY);
      if (this.size === this.starts.length) this.starts = grown(this.starts, this.size + 1, 0);
      this.places[personNo] = this.size;
      this.starts[this.size] = rows.skip();
      rows.skip();
      rows.skip();
      this.size++;
    }
    return this.size - before;
  }

  private page(place: number): BinaryRows {
    const page = this.pages[Math.floor(place / this.pageSize)];
    if (page === undefined) throw new RangeError(`no person at place ${place}`);
    return page;
  }

  private start(place: number): number {
    return this.starts[place] ?? 0;
  }
}

/** The same numbers in at least twice the room, the rest filled. */
const grown = <T extends Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(
  numbers: T,
  least: number,
  filler: number,
): T => {
  const larger = new (numbers.constructor as new (length: number) => T)(Math.max(least, numbers.length * 2));
  larger.fill(filler, numbers.length);
  larger.set(numbers);
  return larger;
};
