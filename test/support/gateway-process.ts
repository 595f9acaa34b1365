import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Places, untilReady } from './serving.js';
import { ROOT } from './spawn-cli.js';

const PROGRAM = join(ROOT, 'dist/apps/gateway/main.js');

/**
 * The gateway's program itself, without the command that starts it: kill -9 of the command would be an orderly stop, since the
 * gateway ends with whoever started it.
 */
export class GatewayProcess implements Places {
  private constructor(
    private readonly child: ChildProcess,
    readonly api: string,
    readonly operations: string,
    private readonly said: Promise<string>,
  ) {}

  /** Starts it on free ports; it is ready on return. */
  static async start(environment: Readonly<Record<string, string>>): Promise<GatewayProcess> {
    const child = spawn(process.execPath, [PROGRAM, '--port', '0', '--ops-port', '0'], {
      cwd: ROOT,
      env: { ...process.env, LC_ALL: 'C', ...environment },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    started.add(child);
    const said = text(child.stderr!);
    const early = once(child, 'exit').then(async () => Promise.reject(new Error(`it ended: ${await said}`)));
    early.catch(() => undefined);
    const [news] = (await Promise.race([once(child, 'message'), early])) as [{ port: number; opsPort: number }];
    const at = (port: number): string => `http://127.0.0.1:${String(port)}`;
    const gateway = new GatewayProcess(child, at(news.port), at(news.opsPort), said);
    await untilReady(gateway);
    return gateway;
  }

  /** kill -9; gone on return. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to stop. @returns its exit code, and all that it logged */
  async stop(): Promise<{ readonly code: number | null; readonly log: string }> {
    return { code: await this.end('SIGTERM'), log: await this.said };
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const exited = once(this.child, 'exit') as Promise<[number | null]>;
    this.child.kill(signal);
    const [code] = await exited;
    started.delete(this.child);
    return code;
  }
}

const started = new Set<ChildProcess>();

/** Ends what a failed test left running, or Jest would wait for it. */
export const killGateways = (): void => {
  for (const child of started) child.kill('SIGKILL');
  started.clear();
};
