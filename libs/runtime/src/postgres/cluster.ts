import {
  appendFileSync,
  chownSync,
  closeSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { basename, dirname, join } from 'node:path';
import { TeachingError } from '#libs/domain';
import { syncFolder } from '../home/create-once.js';
import { majorVersion, type Binaries } from './binaries.js';
import { start, type RunAs } from './run-as.js';
import { openLog } from './server-log.js';
import { TUNING_FILE, tuningText } from './server-settings.js';

/** Written into a data folder when all of it is there. */
const MARKER = 'passerelle.json';

export const SUPERUSER = 'passerelle';

/** What initdb and postgres need to know of one home's server. */
export interface Cluster {
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  /** The data folder; its parent is ours too. */
  readonly data: string;
  readonly password: string;
  readonly logFile: string;
}

/**
 * Makes the data folder, whole or not at all: initdb works beside it, a marker is written last, and one rename shows it.
 * What an interrupted attempt left is removed first.
 * @throws TeachingError `database.initdb` with the log's name.
 */
export async function createCluster(cluster: Cluster): Promise<void> {
  const parent = dirname(cluster.data);
  const prefix = `${basename(cluster.data)}.new-`;
  for (const name of readdirSync(parent).filter((each) => each.startsWith(prefix))) {
    // The initdb of a killed command may still be writing there.
    rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
  const draft = join(parent, `${prefix}${randomBytes(4).toString('hex')}`);
  await initdb(cluster, draft);
  appendFileSync(join(draft, 'postgresql.conf'), `include_if_exists = '${TUNING_FILE}'\n`);
  write(cluster, join(draft, MARKER), `${JSON.stringify({ postgres: cluster.binaries.version })}\n`);
  renameSync(draft, cluster.data);
  syncFolder(parent);
}

/**
 * Whether the data folder can be started by these binaries.
 * @throws TeachingError `database.unfinished` or `database.major`.
 */
export function checkCluster(data: string, binaries: Binaries): void {
  if (!existsSync(join(data, MARKER))) throw new TeachingError('database.unfinished', { folder: data });
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  const needed = majorVersion(binaries);
  if (found !== String(needed)) throw new TeachingError('database.major', { folder: data, found, needed });
}

/** Writes the tuning of this version of the product; an older one may have made the folder. */
export const writeTuning = (cluster: Cluster): void => write(cluster, join(cluster.data, TUNING_FILE), tuningText());

async function initdb(cluster: Cluster, draft: string): Promise<void> {
  const passwordFile = `${draft}.password`;
  const log = openLog(cluster.logFile);
  try {
    write(cluster, passwordFile, `${cluster.password}\n`);
    const args = ['-D', draft, `--pwfile=${passwordFile}`, `--username=${SUPERUSER}`, '--auth=scram-sha-256'];
    const child = start(
      cluster.binaries,
      cluster.runAs,
      'initdb',
      [...args, '--encoding=UTF8', '--locale=C.UTF-8'],
      log,
    );
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new TeachingError('database.initdb', { log: cluster.logFile });
  } finally {
    closeSync(log);
    rmSync(passwordFile, { force: true });
  }
}

function write({ runAs }: Cluster, file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  if (runAs.kind === 'account') chownSync(file, runAs.uid, runAs.gid);
}
