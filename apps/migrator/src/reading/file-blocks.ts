import { type FileHandle, open } from 'node:fs/promises';
import type { ByteRange } from '#libs/domain';

/** Large enough that system calls do not count, small enough for the caches of a processor. */
const BLOCK = 256 * 1024;

/** The bytes of a whole file, in blocks; each is handed to `onBlock` first (hashing, progress). */
export async function* fileBlocks(
  path: string,
  onBlock?: (block: Uint8Array) => void,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for await (const block of blocksOf(path, 0, Number.MAX_SAFE_INTEGER, signal)) {
    onBlock?.(block);
    yield block;
  }
}

/** A stretch of a file as adapters take it. */
export const byteRange = (
  path: string,
  start: number,
  end: number,
  firstRecord: Readonly<Record<string, number>>,
): ByteRange => ({ start, end, firstRecord, blocks: (signal) => blocksOf(path, start, end, signal) });

/**
 * Many short stretches of a file, one at a time: the file is opened once for all of them.
 * @param use what reads them; their blocks are gone when it ends
 */
export const withRanges = async <T>(
  path: string,
  use: (rangeOf: (stretch: Omit<ByteRange, 'blocks'>) => ByteRange) => Promise<T>,
): Promise<T> => {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafeSlow(BLOCK);
    return await use(({ start, end, firstRecord }) => ({
      start,
      end,
      firstRecord,
      blocks: (signal) => readBlocks(file, buffer, start, end, signal),
    }));
  } finally {
    await file.close();
  }
};

async function* blocksOf(path: string, start: number, end: number, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    yield* readBlocks(file, Buffer.allocUnsafeSlow(Math.min(BLOCK, end - start)), start, end, signal);
  } finally {
    await file.close();
  }
}

/** One buffer for all blocks: adapters take what they need out of a block before they ask for the next one. */
async function* readBlocks(
  file: FileHandle,
  buffer: Buffer,
  start: number,
  end: number,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end;) {
    signal?.throwIfAborted();
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, end - at), at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
