import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Client } from '../connection/database.js';
import { COPY_BEGINNING, CopyBytes } from '../loading/copy-bytes.js';
import { BinaryRows } from './binary-rows.js';

/** Bytes sent at a time: a socket takes them at once, so that PostgreSQL lands them while the next are made. */
const BLOCK = 64 * 1024;

/** What stands in the place of a row after the last one. */
const END = Buffer.from([0xff, 0xff]);

/**
 * Sends any number of rows to `relation (columns)` in one COPY, each made while those before it are landing.
 * @param write writes the values of a row, of the types of the columns and in their order
 * @returns rows sent
 */
export const copyBatches = async <T>(
  client: Client,
  relation: string,
  columns: readonly string[],
  rows: Iterable<T>,
  write: (bytes: CopyBytes, row: T) => void,
): Promise<number> => {
  const stream = client.query(copyFrom(`COPY ${relation} (${columns.join(', ')}) FROM STDIN (FORMAT binary)`));
  const done = finished(stream);
  // Awaited below; a failure while blocks are still being written must not surface as an unhandled rejection.
  done.catch(() => undefined);
  const bytes = new CopyBytes();
  const start = bytes.position;
  let sent = 0;
  stream.write(COPY_BEGINNING);
  try {
    for (const row of rows) {
      bytes.row(columns.length);
      write(bytes, row);
      sent++;
      if (bytes.position < BLOCK) continue;
      const room = stream.write(Buffer.from(bytes.since(start)));
      bytes.clear();
      if (!room) await Promise.race([once(stream, 'drain'), done]);
    }
  } catch (error) {
    stream.destroy();
    throw error;
  }
  stream.write(Buffer.from(bytes.since(start)));
  bytes.release();
  stream.end(END);
  await done;
  return sent;
};

/** Reads all rows of a query, which has no parameters, in the binary format. */
export const copyOut = async (client: Client, query: string): Promise<BinaryRows> => {
  const chunks: Buffer[] = [];
  const stream = client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`));
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return new BinaryRows(Buffer.concat(chunks));
};
