import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Bytes sent at a time; measured: smaller blocks cost a system call each, larger ones gain nothing. */
const BLOCK = 256 * 1024;

/**
 * Sends rows to `relation (columns)`.
 * @param rows a whole stream of binary COPY (`CopyBytes.take`), or nothing; must stay as it is until this resolves
 */
export const copyRows = async (
  client: ClientBase,
  relation: string,
  columns: readonly string[],
  rows: Uint8Array,
): Promise<void> => {
  if (rows.length === 0) return;
  const stream = client.query(copyFrom(`COPY ${relation} (${columns.join(', ')}) FROM STDIN (FORMAT binary)`));
  const done = finished(stream);
  // Awaited below; a failure while blocks are still being written must not surface as an unhandled rejection.
  done.catch(() => undefined);
  for (let at = 0; at < rows.length && !stream.destroyed; at += BLOCK) {
    if (!stream.write(rows.subarray(at, at + BLOCK))) await Promise.race([once(stream, 'drain'), done]);
  }
  stream.end();
  await done;
};
