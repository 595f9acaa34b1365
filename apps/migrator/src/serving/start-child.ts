import { type ChildProcess, fork } from 'node:child_process';

/**
 * Starts a part of the program as a process of its own. It watches the channel to this one, and stops when that closes: so
 * nothing stays behind, also when this process is killed. It stands in a process group of its own, because Ctrl-C is for
 * the parent, which stops its parts in order.
 * @param environment this process's own where it is left out
 * @param nodeOptions of Node itself
 */
export const startChild = (
  main: string,
  words: readonly string[],
  environment?: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): ChildProcess =>
  fork(main, [...words], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: true,
    execArgv: [...process.execArgv, ...nodeOptions],
    ...(environment === undefined ? {} : { env: environment }),
  });
