import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The program of a browser on the PATH that starts; null where there is none, and nothing that needs one is tested. */
export const findBrowser = (): string | null => {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(starts) ?? null;
};

/** What some systems have under these names is a note that one could be installed. */
const starts = (path: string): boolean =>
  existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;

/** A page as a browser shows it when its scripts have run, and what the browser complained of meanwhile. */
export interface Rendered {
  readonly dom: string;
  readonly complaints: readonly string[];
}

/** @param profile a folder for whatever the browser keeps, of this test alone */
export const render = async (browser: string, url: string, profile: string): Promise<Rendered> => {
  const words = [
    '--headless=new',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--no-first-run',
    '--disable-background-networking',
    '--enable-logging=stderr',
    '--v=0',
    `--user-data-dir=${profile}`,
    // Until nothing more happens in the page, by its own clock.
    '--virtual-time-budget=15000',
    // Its own walls need an ordinary user.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const { stdout, stderr } = await run(browser, [...words, '--dump-dom', url], { maxBuffer: 2 ** 26, timeout: 90_000 });
  return { dom: stdout, complaints: stderr.split('\n').filter((line) => line.includes(':CONSOLE')) };
};
