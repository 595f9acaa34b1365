import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { homePaths, type Settings } from '#libs/runtime';

/** A person's own report, or a draft of one that a crash left. */
const REPORT = /^subject-report\.(fr|en)\.(html|json)(\.[0-9a-f]{12}\.tmp)?$/;

/**
 * Removes reports of persons that were left in the home. What lies elsewhere was handed over, or is for whoever asked for it.
 * @param before written before this instant, in milliseconds
 * @param dryRun counts only
 * @returns how many files
 */
export const sweepReports = async (
  { home }: Pick<Settings, 'home'>,
  before: number,
  dryRun: boolean,
): Promise<number> => {
  let swept = 0;
  for (const file of await findReports(home, homePaths(home).database)) {
    if ((await stat(file)).mtimeMs >= before) continue;
    if (!dryRun) await rm(file);
    swept += 1;
  }
  return swept;
};

/** Without the database's own files: there are many, and none is ours. */
const findReports = async (folder: string, without: string): Promise<string[]> => {
  const found: string[] = [];
  for (const entry of await readFolder(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && path !== without) found.push(...(await findReports(path, without)));
    else if (entry.isFile() && REPORT.test(entry.name)) found.push(path);
  }
  return found;
};

/** A home that was never made holds nothing; with a database of its own elsewhere it may stay so. */
const readFolder = async (folder: string) => {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};
