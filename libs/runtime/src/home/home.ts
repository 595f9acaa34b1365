import { chmodSync, lstatSync, mkdirSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';

/** Where things lie in a home. All paths are absolute and free of symbolic links. */
export interface Home {
  readonly root: string;
  /** Claims of the lock for starting and stopping the server. */
  readonly lock: string;
  /** Claims of the commands that use the server. */
  readonly clients: string;
  /** The server's socket, where its path is short enough. */
  readonly run: string;
  /** The database's files, or a symbolic link to them. */
  readonly database: string;
  readonly keyFile: string;
  /** The key pair that signs checkpoints of the audit trail. */
  readonly signingKeyFile: string;
  /** Checkpoints of the audit trail, one JSON document a line. */
  readonly checkpointFile: string;
  /** Tombstones of persons who were erased or refused here, one JSON document a line. */
  readonly tombstoneFile: string;
  /** Rectified values of persons, closed under a key of the installation, one JSON document a line. */
  readonly rectificationFile: string;
  /** Separations from a household, by keyed ids, one JSON document a line. */
  readonly separationFile: string;
  /** Restrictions of processing, by keyed ids, one JSON document a line. */
  readonly restrictionFile: string;
  /** The key of separated persons' places, in a folder of its own. */
  readonly protectionKeyFile: string;
  readonly passwordFile: string;
  readonly logFile: string;
}

export const homePaths = (root: string): Home => ({
  root,
  lock: join(root, 'run', 'lock'),
  clients: join(root, 'run', 'clients'),
  run: join(root, 'run'),
  database: join(root, 'postgres'),
  keyFile: join(root, 'installation.key'),
  signingKeyFile: join(root, 'signing.key'),
  checkpointFile: join(root, 'audit', 'checkpoints.jsonl'),
  tombstoneFile: join(root, 'rights', 'tombstones.jsonl'),
  rectificationFile: join(root, 'rights', 'rectifications.jsonl'),
  separationFile: join(root, 'rights', 'separations.jsonl'),
  restrictionFile: join(root, 'rights', 'restrictions.jsonl'),
  protectionKeyFile: join(root, 'protection', 'protection.key'),
  passwordFile: join(root, 'database.password'),
  logFile: join(root, 'postgres.log'),
});

/** Whether a database was ever finished in this home. */
export const holdsDatabase = (home: Home): boolean => lstatSync(home.database, { throwIfNoEntry: false }) !== undefined;

/**
 * Makes the home where it is missing (mode 0700) and returns its paths.
 * @throws TeachingError `home.unusable`, `home.owner` or `home.open`, exit code 2.
 */
export function openHome(folder: string): Home {
  const stat = makeFolder(folder);
  if (process.getuid !== undefined && stat.uid !== process.getuid())
    throw refused('home.owner', folder, { owner: stat.uid });
  const home = homePaths(realpathSync(folder));
  close(home, stat);
  for (const part of [home.run, home.lock, home.clients]) mkdirSync(part, { recursive: true, mode: 0o700 });
  return home;
}

function makeFolder(folder: string): Stats {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return statSync(folder);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    throw new TeachingError('home.unusable', { home: folder, reason }, { exitCode: EXIT.usage, cause: error });
  }
}

/**
 * A home that is ours alone is closed to others. A folder that holds other things too (`/tmp`, a project) keeps its mode,
 * because everything that we put into it is closed by itself; but whoever may write there could put a key of their own.
 */
function close(home: Home, stat: Stats): void {
  if ((stat.mode & 0o077) === 0) return;
  const entries = readdirSync(home.root);
  if (entries.length === 0 || entries.includes('installation.key')) chmodSync(home.root, 0o700);
  else if ((stat.mode & 0o022) !== 0) throw refused('home.open', home.root, {});
}

const refused = (code: string, home: string, args: Readonly<Record<string, string | number>>): TeachingError =>
  new TeachingError(code, { home, ...args }, { exitCode: EXIT.usage });
