import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';
import { unwritable } from './block-writer.js';

/**
 * Makes a site's folder ready for the files of those names. Files of the same names will be written anew; any other file
 * there would be taken for part of the night by an import of the folder.
 *
 * Throws `TeachingError` `generate.out.foreign` (exit code 2) or `generate.out.unwritable`.
 */
export async function prepareSiteFolder(folder: string, names: readonly string[]): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const parts = names.map((name) => name.split('/')[0]);
    const foreign = (await readdir(folder)).find(
      (name) => !parts.includes(name) && !parts.includes(name.replace(/\.part$/, '')),
    );
    if (foreign !== undefined)
      throw new TeachingError('generate.out.foreign', { folder, name: foreign }, { exitCode: EXIT.usage });
    for (const name of names) await mkdir(dirname(join(folder, name)), { recursive: true });
  } catch (error) {
    throw unwritable(folder, error);
  }
}
