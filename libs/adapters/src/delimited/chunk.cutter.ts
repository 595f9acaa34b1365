import type { ChunkBounds, RecordAddress } from '#libs/domain';

/** Cuts a file into contiguous ranges of `size` records; the last has what is left, and the end of the file. */
export class ChunkCutter {
  private readonly chunks: ChunkBounds[] = [];
  private start: number;
  private first = 1;
  private last = 0;

  /** @param start offset of the first record */
  constructor(
    private readonly table: string,
    private readonly size: number,
    start: number,
  ) {
    this.start = start;
  }

  /** Records in all so far. */
  get records(): number {
    return this.last;
  }

  add({ record, byteOffset }: RecordAddress): void {
    if (record - this.first >= this.size) {
      this.close(byteOffset);
      this.first = record;
      this.start = byteOffset;
    }
    this.last = record;
  }

  /** @param end length of the file. @returns no chunk for a file without records */
  finish(end: number): readonly ChunkBounds[] {
    if (this.last >= this.first) this.close(end);
    return this.chunks;
  }

  private close(end: number): void {
    const { table, start, first, last } = this;
    this.chunks.push({ start, end, firstRecord: { [table]: first }, records: { [table]: last - first + 1 } });
  }
}
