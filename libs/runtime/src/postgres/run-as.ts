import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { program, type Binaries } from './binaries.js';

/**
 * As whom the server's programs run. PostgreSQL refuses to run as root, so root either wears another number inside a user
 * namespace (files stay root's, folders that only root may enter stay open to it) or hands over to another account.
 */
export type RunAs =
  | { readonly kind: 'self' }
  | { readonly kind: 'namespace' }
  | { readonly kind: 'account'; readonly uid: number; readonly gid: number };

interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

const inNamespace = (file: string, args: readonly string[]): Command => ({
  file: 'unshare',
  args: ['--user', '--map-user=1000', '--map-group=1000', '--', file, ...args],
});

/** Starts a program in a session of its own, so that Ctrl-C of one command does not reach what others use too. */
export function start(
  binaries: Binaries,
  runAs: RunAs,
  name: 'initdb' | 'postgres',
  args: readonly string[],
  log: number,
): ChildProcess {
  const file = program(binaries, name);
  const command = runAs.kind === 'namespace' ? inNamespace(file, args) : { file, args };
  return spawn(command.file, command.args, {
    ...credentials(runAs),
    env: environment(binaries),
    // A folder that everybody may enter: the programs look at where they are.
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
}

/** Whether the programs can be run that way here: asks the server for its version. */
export function canRun(binaries: Binaries, runAs: RunAs): boolean {
  const file = program(binaries, 'postgres');
  const command = runAs.kind === 'namespace' ? inNamespace(file, ['--version']) : { file, args: ['--version'] };
  const options = { ...credentials(runAs), env: environment(binaries), cwd: '/', stdio: 'ignore' } as const;
  return spawnSync(command.file, command.args, options).status === 0;
}

const credentials = (runAs: RunAs): { uid?: number; gid?: number } =>
  runAs.kind === 'account' ? { uid: runAs.uid, gid: runAs.gid } : {};

/** Nothing of the command's environment: variables such as PGDATA or LC_ALL would change the server. */
const environment = (binaries: Binaries): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  LC_ALL: 'C.UTF-8',
  ...(binaries.libraryPath === undefined ? {} : { LD_LIBRARY_PATH: binaries.libraryPath }),
});
