import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ByteRange } from '#libs/domain';

/** Large blocks: adapters work by block, and a system call each costs more than the memory. */
const BLOCK = 1024 * 1024;

/** The bytes of a whole file, in blocks; each is handed to `onBlock` first (hashing, progress). */
export async function* fileBlocks(
  path: string,
  onBlock?: (block: Uint8Array) => void,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: BLOCK, ...(signal === undefined ? {} : { signal }) });
  for await (const block of stream) {
    onBlock?.(block as Buffer);
    yield block as Buffer;
  }
}

/** A stretch of a file as adapters take it. */
export const byteRange = (
  path: string,
  start: number,
  end: number,
  firstRecord: Readonly<Record<string, number>>,
): ByteRange => ({ start, end, firstRecord, blocks: (signal) => rangeBlocks(path, start, end, signal) });

async function* rangeBlocks(
  path: string,
  start: number,
  end: number,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    for (let at = start; at < end;) {
      signal?.throwIfAborted();
      // A block of its own each time: values that were cut from the last one may still be in use.
      const block = Buffer.allocUnsafe(Math.min(BLOCK, end - at));
      const { bytesRead } = await file.read(block, 0, block.length, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield bytesRead === block.length ? block : block.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
