import type { ChunkBounds } from '#libs/domain';
import type { CompiledTable } from '../layout/compile.js';
import { LIMITS } from '../limits.js';
import { beyond } from '../refusal.js';

interface OpenChunk {
  readonly outermost: number;
  readonly start: number;
  end: number;
  units: number;
  /** Numbers of the next record of each table when the chunk began. */
  readonly first: readonly number[];
}

/**
 * Cuts a file into chunks at the boundaries of outermost records. A chunk holds records of one outermost table and of one
 * container only, so that its bytes are content that can be read by itself.
 */
export class ChunkCutter {
  readonly chunks: ChunkBounds[] = [];
  private chunk: OpenChunk | undefined;
  private next: readonly number[];
  private cuts = 0;

  /** @param size outermost records in one chunk, about */
  constructor(
    private readonly tables: readonly CompiledTable[],
    private readonly size: number,
  ) {
    this.next = tables.map(() => 1);
  }

  /** Takes note of an outermost record. `next`: numbers of the next record of each table, after it. */
  add(outermost: number, start: number, end: number, next: readonly number[]): void {
    if (this.chunk !== undefined && this.chunk.outermost !== outermost) this.cut(start);
    this.chunk ??= { outermost, start, end, units: 0, first: this.next };
    this.chunk.end = end;
    this.chunk.units += 1;
    this.next = next.slice();
    if (this.chunk.units >= this.size) this.close();
  }

  /** Ends the chunk early, because what follows at `offset` may not lie in it. */
  cut(offset: number): void {
    if (this.chunk === undefined) return;
    this.cuts += 1;
    if (this.cuts > LIMITS.cuts) throw beyond('cuts', offset);
    this.close();
  }

  close(): void {
    const { chunk, next } = this;
    this.chunk = undefined;
    if (chunk === undefined) return;
    const firstRecord: Record<string, number> = {};
    const records: Record<string, number> = {};
    this.tables.forEach(({ name, outermost }, index) => {
      if (outermost !== chunk.outermost) return;
      const first = chunk.first[index] ?? 1;
      firstRecord[name] = first;
      records[name] = (next[index] ?? 1) - first;
    });
    this.chunks.push({ start: chunk.start, end: chunk.end, firstRecord, records });
  }
}
