import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the generator plants in every value of a dropped field. */
export const TOKEN = /KNR[A-Z2-9]{9}/;

type Ask = <T extends object>(text: string) => Promise<T[]>;

/** Every row of every table of the database as text, the queue's tables included, each behind the name of its table. */
export const dumpStore = async (ask: Ask): Promise<string> => {
  const tables = await ask<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const rows = await ask<{ line: string }>(`SELECT stored::text AS line FROM ${name} AS stored`);
    for (const { line } of rows) lines.push(`${name} ${line}`);
  }
  return lines.join('\n');
};

/** Files below a folder that hold a planted token, as bytes of text in any 8-bit encoding, in UTF-8 or in UTF-16LE. */
export const filesWithTokens = async (folder: string): Promise<string[]> => {
  const found: string[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (holdsToken(bytes, 'KNR') || holdsToken(bytes, 'K\0N\0R\0')) found.push(path);
  }
  return found;
};

/** Looks for the opening first: a home holds hundreds of megabytes. */
const holdsToken = (bytes: Buffer, opening: string): boolean => {
  for (let at = bytes.indexOf(opening, 0, 'latin1'); at >= 0; at = bytes.indexOf(opening, at + 1, 'latin1')) {
    const text = bytes.toString('latin1', at, at + 24).replaceAll('\0', '');
    if (text.search(TOKEN) === 0) return true;
  }
  return false;
};
