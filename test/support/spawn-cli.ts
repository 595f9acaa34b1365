import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/apps/migrator/main.js');

/** A frame of a stack trace, which no output may hold. */
export const STACK = /\n\s+at .+:\d+:\d+/;

/** How a process ended, and all that it said. */
export interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Waits for the end of a process. */
export async function ending(child: ChildProcessWithoutNullStreams): Promise<Ending> {
  const closed = once(child, 'close') as Promise<[number | null]>;
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, stdout, stderr };
}

/** Starts Node in the package, in English unless the environment says otherwise. */
export const startNode = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  spawn(process.execPath, words, { cwd: ROOT, env: { ...process.env, LC_ALL: 'C', ...environment } });

/** Starts the built command; `npm test` builds it first. */
export function startPasserelle(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  if (!existsSync(MAIN)) throw new Error('the build is missing: npm run build');
  return startNode([MAIN, ...words], environment);
}

/** Runs the built command with the words of a line to its end. */
export const passerelle = (line: string, environment: Readonly<Record<string, string>> = {}): Promise<Ending> =>
  ending(
    startPasserelle(
      line.split(' ').filter((word) => word !== ''),
      environment,
    ),
  );

/** Runs a shell line in which `"$@"` is the built command. */
export const shell = (line: string): Promise<Ending> =>
  ending(spawn('sh', ['-c', line, 'sh', process.execPath, MAIN], { cwd: ROOT, env: { ...process.env, LC_ALL: 'C' } }));
