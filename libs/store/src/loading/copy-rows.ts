import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Bytes sent at a time; measured: smaller blocks cost a system call each, larger ones gain nothing. */
const BLOCK = 256 * 1024;

/** Sends lines of COPY text (each with its line end) to `relation (columns)`. */
export const copyRows = async (
  client: ClientBase,
  relation: string,
  columns: readonly string[],
  lines: readonly string[],
): Promise<void> => {
  if (lines.length === 0) return;
  const stream = client.query(copyFrom(`COPY ${relation} (${columns.join(', ')}) FROM STDIN`));
  const done = finished(stream);
  // Awaited below; a failure while blocks are still being written must not surface as an unhandled rejection.
  done.catch(() => undefined);
  let block: string[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(block.join(''), 'utf8');
    block = [];
    size = 0;
    if (!stream.write(bytes) && !stream.destroyed) await Promise.race([once(stream, 'drain'), done]);
  };
  for (const line of lines) {
    block.push(line);
    size += line.length;
    if (size >= BLOCK) await flush();
  }
  if (size > 0) await flush();
  stream.end();
  await done;
};
