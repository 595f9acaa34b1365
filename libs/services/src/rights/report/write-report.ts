import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';

/** A file of a report: its name, and all that it holds. */
export interface ReportFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Sees to it that the report can be written: a folder for its owner alone (made where there is none) without these files.
 * @throws TeachingError `subject-report.exists`, `subject-report.folder`, `subject-report.folder-open`; exit code 2
 */
export const prepareFolder = async (folder: string, names: readonly string[]): Promise<void> => {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 }).then(
    () => stat(folder),
    () => null,
  );
  if (made?.isDirectory() !== true) throw usage('subject-report.folder', { folder });
  if ((made.mode & 0o077) !== 0) throw usage('subject-report.folder-open', { folder });
  for (const name of names) {
    const there = await stat(join(folder, name)).then(
      () => true,
      (error: unknown) => (error as NodeJS.ErrnoException).code !== 'ENOENT',
    );
    if (there) throw usage('subject-report.exists', { file: join(folder, name) });
  }
};

/**
 * Writes the files of a report, each whole or not at all, readable by its owner alone; a file that is there stays.
 * @throws TeachingError `subject-report.exists`
 */
export const writeReport = async (folder: string, files: readonly ReportFile[]): Promise<readonly string[]> => {
  const written: string[] = [];
  for (const { name, text } of files) {
    const file = join(folder, name);
    const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      await writeSynced(draft, text);
      // A hard link appears at once and never replaces a file, which neither a write nor a rename can promise.
      await link(draft, file);
      written.push(file);
    } catch (error) {
      // Half a report is none.
      for (const one of written) await rm(one, { force: true });
      throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? usage('subject-report.exists', { file }) : error;
    } finally {
      await rm(draft, { force: true });
    }
  }
  return written;
};

const writeSynced = async (path: string, text: string): Promise<void> => {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const usage = (code: string, args: Readonly<Record<string, string>>): TeachingError =>
  new TeachingError(code, args, { exitCode: EXIT.usage });
