import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Installation } from './import-harness.js';

/** Writes other bytes under a name into a folder of their own. @returns the path */
export const writeExport = async (installation: Installation, name: string, bytes: Uint8Array): Promise<string> => {
  const path = join(await mkdtemp(join(installation.folder, 'export-')), name);
  await writeFile(path, bytes);
  return path;
};

/** A copy of an export, damaged, under its own name or another one. @returns the path */
export const damagedExport = async (
  installation: Installation,
  original: string,
  damage: (bytes: Buffer) => Uint8Array,
  name: string = basename(original),
): Promise<string> => writeExport(installation, name, damage(await readFile(original)));

/** A copy with one text in place of another, which must be there. */
export const replacedIn =
  (before: string | RegExp, after: string) =>
  (bytes: Buffer): Buffer => {
    const text = bytes.toString('latin1');
    const replaced = text.replace(before, after);
    if (replaced === text) throw new Error('there was nothing to replace');
    return Buffer.from(replaced, 'latin1');
  };
