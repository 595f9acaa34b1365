import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { createLogger } from '../logging/logger.js';
import { loadSettings } from '../settings/settings.js';
import { accountFolder, findAccount, reachableBinaries } from './account.js';
import { locateBinaries, prepareBinaries } from './binaries.js';
import { openEmbedded } from './embedded.js';
import { livePostmaster } from './postmaster.js';
import { canRun } from './run-as.js';

const logger = createLogger({ logLevel: 'error' });
const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;
const asUser = isRoot ? it.skip : it;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-as-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The installed package as it is before its install script ran. */
function freshPackage(name: string): string {
  const copy = join(folder, name);
  cpSync(dirname(locateBinaries(folder).root), copy, { recursive: true, verbatimSymlinks: true });
  const libraries = join(copy, 'native', 'lib');
  for (const each of readdirSync(libraries)) {
    if (lstatSync(join(libraries, each)).isSymbolicLink()) rmSync(join(libraries, each));
  }
  chmodSync(join(copy, 'native', 'bin', 'postgres'), 0o644);
  return copy;
}

const own = isRoot ? ({ kind: 'namespace' } as const) : ({ kind: 'self' } as const);

describe('the binaries', () => {
  it('run although the install script of their package did not', () => {
    const binaries = prepareBinaries(freshPackage('scripts-ignored'), folder);
    expect(binaries.libraryPath).toBeUndefined();
    expect(canRun(binaries, own)).toBe(true);
  });

  // Nothing is read-only for root.
  asUser('run from a read-only installation', () => {
    const copy = freshPackage('read-only');
    chmodSync(join(copy, 'native', 'bin', 'postgres'), 0o755);
    chmodSync(join(copy, 'native', 'lib'), 0o555);
    const binaries = prepareBinaries(copy, folder);
    expect(binaries.libraryPath).toBe(join(folder, `lib-${binaries.version}`));
    expect(canRun(binaries, own)).toBe(true);
    chmodSync(join(copy, 'native', 'lib'), 0o755);
  });
});

describe('another account', () => {
  asRoot('gets a copy of binaries that lie where only root may enter', () => {
    const closed = mkdtempSync(join(folder, 'closed-'));
    chmodSync(folder, 0o755);
    const binaries = prepareBinaries(freshPackage(join(basename(closed), 'package')), closed);
    const account = findAccount();
    const place = accountFolder(join(folder, 'copies'), '/some/home', account);
    const copy = reachableBinaries(binaries, place, account);
    expect(copy.root.startsWith(place)).toBe(true);
    expect(canRun(copy, account)).toBe(true);
    expect(reachableBinaries(binaries, place, account)).toEqual(copy);
    // Without a database in it, it was an interrupted attempt.
    expect(accountFolder(join(folder, 'copies'), '/some/home', account)).not.toBe(place);
    expect(existsSync(place)).toBe(false);
  });

  asRoot('runs the server for root where user namespaces are forbidden', async () => {
    const accountRoot = join(folder, 'accounts');
    chmodSync(folder, 0o755);
    const settings = loadSettings({ PASSERELLE_HOME: join(folder, 'closed', 'home') });
    const access = await openEmbedded(settings, logger, { runAs: 'account', accountRoot });
    const data = readlinkSync(join(settings.home, 'postgres'));
    expect(dirname(dirname(data))).toBe(accountRoot);
    expect(statSync(data).uid).not.toBe(0);
    expect(statSync(`/proc/${livePostmaster(data)}`).uid).toBe(statSync(data).uid);
    // The link in the home says it all: no placement is needed any more.
    const other = await openEmbedded(settings, logger);
    expect(other.connection).toEqual(access.connection);
    const client = new pg.Client(access.connection);
    await client.connect();
    await client.query('CREATE TABLE kept ()');
    await client.end();
    process.kill(livePostmaster(data) ?? 0, 'SIGKILL');
    await access.revive();
    await Promise.all([access.release(), other.release()]);
    expect(livePostmaster(data)).toBeNull();
    expect(existsSync(join(data, 'postmaster.pid'))).toBe(false);
  });
});
