import { lstatSync, mkdirSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';
import { holdsDatabase, type Home } from '../home/home.js';
import { ACCOUNT_ROOT, accountFolder, findAccount, handOver, reachableBinaries, type AccountRunAs } from './account.js';
import { locateBinaries, type Binaries } from './binaries.js';
import { checkCluster, createCluster, type Cluster } from './cluster.js';
import { canRun, type RunAs } from './run-as.js';
import { socketFolder } from './socket-folder.js';

/** For tests and odd systems: where to place a server, instead of what this machine suggests. */
export interface Placement {
  readonly runAs?: 'account';
  readonly accountRoot?: string;
}

export interface PlacedCluster {
  readonly cluster: Cluster;
  readonly socketFolder: string;
}

/**
 * Finds the home's database or makes it, and says as whom it runs. The caller holds the home's lock.
 * @throws TeachingError of the steps, and `database.namespace` or `database.moved`.
 */
export async function prepareCluster(home: Home, password: string, placement: Placement): Promise<PlacedCluster> {
  const binaries = locateBinaries(home.root);
  const runAs = chooseRunAs(home, binaries, placement);
  const placed =
    runAs.kind === 'account' ? placeForAccount(home, binaries, runAs, placement) : placeInHome(home, binaries, runAs);
  const cluster = { ...placed.cluster, password, logFile: home.logFile };
  if (!holdsDatabase(home)) {
    if (statSync(cluster.data, { throwIfNoEntry: false }) === undefined) await createCluster(cluster);
    // The link comes last: from here on the home holds a database.
    if (cluster.data !== home.database) symlinkSync(cluster.data, home.database);
  }
  checkCluster(cluster.data, cluster.binaries);
  return { cluster, socketFolder: placed.socketFolder };
}

type Placed = { readonly cluster: Pick<Cluster, 'binaries' | 'runAs' | 'data'>; readonly socketFolder: string };

const placeInHome = (home: Home, binaries: Binaries, runAs: RunAs): Placed => ({
  cluster: { binaries, runAs, data: home.database },
  socketFolder: socketFolder(home.run),
});

function placeForAccount(home: Home, binaries: Binaries, runAs: AccountRunAs, placement: Placement): Placed {
  const linked = linkedData(home);
  const folder =
    linked === null ? accountFolder(placement.accountRoot ?? ACCOUNT_ROOT, home.root, runAs) : dirname(linked);
  const run = join(folder, 'run');
  mkdirSync(run, { recursive: true, mode: 0o700 });
  handOver(run, runAs);
  return {
    cluster: { binaries: reachableBinaries(binaries, folder, runAs), runAs, data: join(folder, 'data') },
    socketFolder: run,
  };
}

function chooseRunAs(home: Home, binaries: Binaries, placement: Placement): RunAs {
  if (process.getuid?.() !== 0) return { kind: 'self' };
  const linked = linkedData(home);
  if (linked !== null) {
    const { uid, gid } = statSync(linked);
    return { kind: 'account', uid, gid };
  }
  if (placement.runAs === undefined && canRun(binaries, { kind: 'namespace' })) return { kind: 'namespace' };
  if (holdsDatabase(home))
    throw new TeachingError('database.namespace', { folder: home.database }, { exitCode: EXIT.usage });
  return findAccount();
}

/** Where the home's link to a database elsewhere leads; null where it has no such link. */
function linkedData(home: Home): string | null {
  if (lstatSync(home.database, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return null;
  try {
    return realpathSync(home.database);
  } catch (error) {
    throw new TeachingError('database.moved', { link: home.database }, { cause: error });
  }
}
