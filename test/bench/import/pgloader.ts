import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import { type BenchDatabase, onDatabase } from '../support/bench-server.js';
import type { TableSample } from './sample-rows.js';

/** A table as a CSV file, with the orders for pgloader beside it. */
export interface LoadOrder {
  readonly file: string;
  readonly rows: number;
  /** The orders, told where to load to. */
  orders(database: BenchDatabase): string;
}

/** Writes rows that an import landed as CSV: the mapped form, for pgloader maps nothing. Not part of any measurement. */
export const prepareLoad = async (
  database: BenchDatabase,
  samples: readonly TableSample[],
  folder: string,
): Promise<LoadOrder[]> => {
  await mkdir(folder, { recursive: true });
  return onDatabase(database.connection, async (client) => {
    const prepared: LoadOrder[] = [];
    for (const { table, columns, rows } of samples) {
      const file = join(folder, `${table}.csv`);
      const query = `SELECT * FROM passerelle.${table} LIMIT ${String(rows.length)}`;
      await pipeline(client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT csv)`)), createWriteStream(file));
      const names = columns.map(({ name }) => name);
      const orders = (target: BenchDatabase): string =>
        `LOAD CSV FROM '${file}' WITH ENCODING UTF-8 (${names.map((name) => `${name} [null if blanks]`).join(', ')})
         INTO ${addressOf(target)} TARGET TABLE passerelle.${table} (${names.join(', ')})
         WITH fields terminated by ',', fields optionally enclosed by '"', fields escaped by double-quote;`;
      prepared.push({ file, rows: rows.length, orders });
    }
    return prepared;
  });
};

/** @returns rows a second, or why there is no figure: pgloader is no part of the project and need not be there */
export const loadByPgloader = async (
  database: BenchDatabase,
  loads: readonly LoadOrder[],
): Promise<number | string> => {
  let rows = 0;
  let seconds = 0;
  for (const load of loads) {
    const orders = `${load.file}.load`;
    await writeFile(orders, load.orders(database), { mode: 0o600 });
    const began = performance.now();
    const failure = await run('pgloader', ['--quiet', '--on-error-stop', orders]);
    if (failure !== null) return failure;
    seconds += (performance.now() - began) / 1000;
    rows += load.rows;
  }
  return rows / seconds;
};

const run = async (program: string, words: readonly string[]): Promise<string | null> => {
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close') as Promise<[number | null]>]);
    return code === 0 ? null : `pgloader ended with ${String(code)}: ${said.slice(0, 200)}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'pgloader is not on the PATH';
    throw error;
  }
};

/** pgloader's own form for a server on a Unix socket. */
const addressOf = ({ connection: { host, port, user, password, database } }: BenchDatabase): string =>
  `postgresql://${user}:${password}@unix:${host}:${String(port)}/${database}`;
