import type { ChunkBounds, SourceRecord } from '#libs/domain';

/** Records between two cuts, about: together with the cut itself less than a byte of memory for each record. */
const SPACING = 32;

/** Bytes that are read sooner than one stretch is left and another one begun. */
const WORTH_A_BREAK = 16 * 1024;

/** Bytes of a file, from `start` to `end` (exclusive), that can be read by themselves. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly firstRecord: Readonly<Record<string, number>>;
}

/** Places where a file can be cut, between outermost records, with the records of each table before them. */
export class RecordCuts {
  private readonly offsets: number[] = [];
  private readonly before = new Map<string, number[]>();
  private since = SPACING;

  /** @param tables whose records are counted */
  constructor(tables: Iterable<string>) {
    for (const table of tables) this.before.set(table, []);
  }

  /** Takes note of the next record of the file. @param seen how many records of a table came before it */
  add({ parent, byteOffset }: SourceRecord, seen: (table: string) => number): void {
    this.since += 1;
    if (parent !== undefined || this.since < SPACING) return;
    this.since = 0;
    this.offsets.push(byteOffset);
    for (const [table, counts] of this.before) counts.push(seen(table));
  }

  /**
   * The stretches, in file order, that hold the given records, and as few others as pays. Where nearly every record is
   * asked for, that is the file once.
   * @param wanted record numbers of each table, in any order
   * @param chunks of the survey; no stretch reaches over a gap between them, where another container may begin
   */
  stretches(wanted: ReadonlyMap<string, Iterable<number>>, chunks: readonly ChunkBounds[]): Stretch[] {
    const marked = this.marked(wanted);
    const fileEnd = chunks.at(-1)?.end ?? 0;
    const found: Stretch[] = [];
    let from = marked.indexOf(1);
    while (from !== -1) {
      let to = from + 1;
      let next = marked.indexOf(1, to);
      while (next !== -1 && this.bytesBetween(to, next) <= WORTH_A_BREAK) {
        to = next + 1;
        next = marked.indexOf(1, to);
      }
      this.cutByChunk(from, this.offsets[to] ?? fileEnd, chunks, found);
      from = next;
    }
    return found;
  }

  /** 1 for each cut after which a wanted record comes before the next cut. */
  private marked(wanted: ReadonlyMap<string, Iterable<number>>): Uint8Array {
    const marked = new Uint8Array(this.offsets.length);
    for (const [table, records] of wanted) {
      const counts = this.before.get(table) ?? [];
      for (const record of records) marked[lastBelow(counts, record)] = 1;
    }
    return marked;
  }

  private bytesBetween(cut: number, next: number): number {
    return (this.offsets[next] ?? 0) - (this.offsets[cut] ?? 0);
  }

  private cutByChunk(cut: number, end: number, chunks: readonly ChunkBounds[], found: Stretch[]): void {
    const start = this.offsets[cut] ?? 0;
    for (let at = firstEndingAfter(chunks, start); at < chunks.length; at++) {
      const chunk = chunks[at];
      if (chunk === undefined || chunk.start >= end) return;
      const firstRecord =
        chunk.start >= start ? chunk.firstRecord : this.numbersAt(cut, Object.keys(chunk.firstRecord));
      while (goesOn(chunks[at], chunks[at + 1]) && (chunks[at]?.end ?? end) < end) at++;
      found.push({ start: Math.max(start, chunk.start), end: Math.min(end, chunks[at]?.end ?? end), firstRecord });
    }
  }

  /** Only the tables of a chunk: their names tell its adapter what lies in it. */
  private numbersAt(cut: number, tables: readonly string[]): Record<string, number> {
    return Object.fromEntries(tables.map((table) => [table, (this.before.get(table)?.[cut] ?? 0) + 1]));
  }
}

/** Whether the second chunk follows the first without a byte between them: then both can be read at one go. */
const goesOn = (chunk: ChunkBounds | undefined, next: ChunkBounds | undefined): boolean =>
  chunk?.end === next?.start &&
  Object.keys(chunk?.firstRecord ?? {}).join() === Object.keys(next?.firstRecord ?? {}).join();

/** Position of the last of ascending counts that is below a number. */
const lastBelow = (counts: readonly number[], number: number): number => {
  let low = 0;
  let high = counts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((counts[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

const firstEndingAfter = (chunks: readonly ChunkBounds[], offset: number): number => {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((chunks[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
};
