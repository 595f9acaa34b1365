import { SLICE_BYTES } from './limits.js';

/**
 * Blocks of any size as slices of a bounded one, so that memory and the time until an abort do not depend on the caller.
 * @throws the signal's reason when it was aborted
 */
export async function* slices(
  blocks: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) {
    for (let at = 0; at < block.length; at += SLICE_BYTES) {
      signal?.throwIfAborted();
      yield block.subarray(at, at + SLICE_BYTES);
    }
  }
}
