import type { FileRefusal, SourceRecord } from '#libs/domain';
import { DelimitedRefused } from '../delimited.refusal.js';
import type { RecordParser } from '../record.parser.js';

/** Cuts bytes into blocks whose lengths follow `lengths`, over and over; one block without lengths. */
export function cut(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const blocks: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const length = lengths[blocks.length % Math.max(1, lengths.length)] ?? bytes.length;
    blocks.push(bytes.subarray(at, at + length));
    at += length;
  }
  return blocks;
}

/** Blocks in one and the same buffer, as a caller may hand them out. */
export async function* reused(blocks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(Math.max(1, ...blocks.map((block) => block.length)));
  for (const block of blocks) {
    buffer.fill(0xaa);
    buffer.set(block);
    yield await Promise.resolve(buffer.subarray(0, block.length));
  }
}

/** Everything that a reader makes of some blocks. */
export type Outcome =
  { readonly records: readonly SourceRecord[]; readonly ended: boolean } | { readonly refusal: FileRefusal };

export async function outcomeOf(parser: RecordParser, blocks: AsyncIterable<Uint8Array>): Promise<Outcome> {
  const records: SourceRecord[] = [];
  try {
    for await (const block of blocks) records.push(...(await parser.feed(block)));
    const ending = await parser.finish();
    return { records: [...records, ...ending.records], ended: ending.ended };
  } catch (error) {
    if (error instanceof DelimitedRefused) return { refusal: error.toRefusal() };
    throw error;
  } finally {
    parser.close();
  }
}
