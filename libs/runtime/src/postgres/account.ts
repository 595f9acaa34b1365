import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';
import { prepareBinaries, type Binaries } from './binaries.js';
import { canRun, type RunAs } from './run-as.js';

export type AccountRunAs = Extract<RunAs, { kind: 'account' }>;

/** Where root keeps what another account must reach. */
export const ACCOUNT_ROOT = '/var/lib/passerelle';

/** In this order: an account made for this product, PostgreSQL's own, the one that every system has. */
const CANDIDATES = ['passerelle', 'postgres', 'nobody'];

/** @throws TeachingError `database.account` where the system knows none of the candidates. */
export function findAccount(): AccountRunAs {
  const known = spawnSync('getent', ['passwd', ...CANDIDATES], { encoding: 'utf8' }).stdout ?? '';
  for (const name of CANDIDATES) {
    const [, , uid, gid] =
      known
        .split('\n')
        .find((line) => line.startsWith(`${name}:`))
        ?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined && uid !== '0')
      return { kind: 'account', uid: Number(uid), gid: Number(gid) };
  }
  throw new TeachingError('database.account', { accounts: CANDIDATES.join(', ') }, { exitCode: EXIT.usage });
}

/**
 * Makes a new folder for one home's database that the account can reach, whatever folders the home itself lies under.
 * Its name is never used again: a home that was deleted and made anew must not find the old one's database. What
 * interrupted attempts for the same home left without a database is removed.
 * @throws TeachingError `database.account-folder` where root may not write below `root`.
 */
export function accountFolder(root: string, home: string, account: AccountRunAs): string {
  const prefix = `${createHash('sha256').update(home).digest('hex').slice(0, 12)}-`;
  const folder = join(root, `${prefix}${randomBytes(4).toString('hex')}`);
  try {
    mkdirSync(root, { recursive: true, mode: 0o755 });
    chmodSync(root, 0o755);
    const unfinished = readdirSync(root).filter(
      (name) => name.startsWith(prefix) && !existsSync(join(root, name, 'data')),
    );
    for (const name of unfinished) rmSync(join(root, name), { recursive: true, force: true });
    mkdirSync(folder, { mode: 0o700 });
    chownSync(folder, account.uid, account.gid);
    return folder;
  } catch (error) {
    throw new TeachingError('database.account-folder', { folder }, { cause: error });
  }
}

/** The binaries where they are when the account can run them there, else a copy of them in its folder. */
export function reachableBinaries(binaries: Binaries, folder: string, account: AccountRunAs): Binaries {
  if (canRun(binaries, account)) return binaries;
  const copy = join(folder, `postgresql-${binaries.version}`);
  if (!existsSync(copy)) copyBinaries(binaries, copy, account);
  return prepareBinaries(copy, folder);
}

function copyBinaries(binaries: Binaries, copy: string, account: AccountRunAs): void {
  const draft = `${copy}.tmp`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  copyFileSync(join(dirname(binaries.root), 'package.json'), join(draft, 'package.json'));
  cpSync(binaries.root, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  handOver(draft, account);
  renameSync(draft, copy);
}

/** Gives a folder with all it holds to the account; the copy keeps root's modes, which may exclude everybody else. */
export function handOver(path: string, account: AccountRunAs): void {
  lchownSync(path, account.uid, account.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) handOver(join(path, name), account);
}
