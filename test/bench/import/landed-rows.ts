import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { type BenchDatabase, onDatabase } from '../support/bench-server.js';

/**
 * Tables of rows that an import lands. Left out are what it notes besides (quarantine, withheld persons, the ledger): it has
 * to write that as well, COPY has not.
 */
const LANDED = [
  'source_case',
  'source_person',
  'case_member',
  'professional_act',
  'aid',
  'aid_decision',
  'aid_payment',
] as const;

/** Bytes sent at a time, as in the product's own COPY. */
const BLOCK = 256 * 1024;

/** The rows of one table in COPY's text format. */
export interface LandedTable {
  readonly table: string;
  readonly file: string;
  readonly rows: number;
}

/** Writes what an import landed to files. Not part of any measurement. */
export const keepLandedRows = async (database: BenchDatabase, folder: string): Promise<LandedTable[]> => {
  await mkdir(folder, { recursive: true });
  return onDatabase(database.connection, async (client) => {
    const kept: LandedTable[] = [];
    for (const table of LANDED) {
      const file = join(folder, `${table}.copy`);
      const stream = client.query(copyTo(`COPY passerelle.${table} TO STDOUT`));
      await pipeline(stream, createWriteStream(file));
      kept.push({ table, file, rows: stream.rowCount });
    }
    return kept;
  });
};

/** Loads the same rows into the same tables by one connection, and nothing else. @returns seconds */
export const copyLandedRows = (database: BenchDatabase, tables: readonly LandedTable[]): Promise<number> =>
  onDatabase(database.connection, async (client) => {
    const began = performance.now();
    for (const { table, file } of tables) {
      const copy = client.query(copyFrom(`COPY passerelle.${table} FROM STDIN`));
      await pipeline(createReadStream(file, { highWaterMark: BLOCK }), copy);
    }
    return (performance.now() - began) / 1000;
  });
