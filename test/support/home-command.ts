import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

/** A process of its own that opened the database of a home, as a command of the product would. */
export interface HomeCommand {
  readonly child: ChildProcess;
  /** Resolves with the connection's URL once the database is open; rejects when the process ends before. */
  readonly opened: Promise<string>;
  /** Releases and waits for the end of the process. */
  release(): Promise<void>;
  /** Ends the process without releasing: `exit` from inside, or a signal. */
  end(how: 'exit' | 'SIGKILL'): Promise<void>;
}

const embedded = `${process.cwd()}/dist/libs/runtime/src/postgres/embedded.js`;

const PROGRAM = `
const [embedded, home] = process.argv.slice(1);
const { openEmbedded } = await import(embedded);
const logger = { info() {}, warn() {} };
const access = await openEmbedded({ home, keyFile: undefined }, logger);
console.log(access.url);
process.stdin.on('data', async (order) => {
  if (String(order).includes('exit')) process.exit(0);
  await access.release();
  process.exit(0);
});
`;

/** Starts it in a process group of its own, like a shell does. */
export function startHomeCommand(home: string): HomeCommand {
  if (!existsSync(embedded)) throw new Error('dist/ is missing: run `npm run build` first, or use `npm test`');
  const args = ['--input-type=module', '-e', PROGRAM, pathToFileURL(embedded).href, home];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const opened = Promise.race([
    once(lines, 'line').then(([url]) => url as string),
    ended.then(() => Promise.reject(new Error('the command ended before its database was open'))),
  ]);
  // Whoever kills it before it is open expects just that.
  opened.catch(() => undefined);
  return {
    child,
    opened,
    release: async () => {
      child.stdin.write('release\n');
      await ended;
    },
    end: async (how) => {
      if (how === 'exit') child.stdin.write('exit\n');
      else child.kill(how);
      await ended;
    },
  };
}
