import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { claim, liveClaims, type Claim } from '../home/claims.js';
import { createOnce } from '../home/create-once.js';
import { openHome, type Home } from '../home/home.js';
import { tryLock, withLock } from '../home/lock.js';
import { loadInstallationKey } from '../keys/installation-key.js';
import type { Logger } from '../logging/logger.js';
import type { Settings } from '../settings/settings.js';
import { SUPERUSER } from './cluster.js';
import { connectionUrl, type DatabaseAccess, type DatabaseConnection } from './database-access.js';
import { prepareCluster, type Placement } from './placement.js';
import { signalPostmaster, stopPostmaster } from './postmaster.js';
import { ensureRunning, type Server } from './server.js';

const DATABASE = 'passerelle';

/**
 * Joins the home's server, making and starting it where needed. Commands on one home register a claim each; all that
 * starts or stops the server happens under the home's lock.
 */
export async function openEmbedded(
  settings: Settings,
  logger: Logger,
  placement: Placement = {},
): Promise<DatabaseAccess> {
  const home = openHome(settings.home);
  loadInstallationKey(settings);
  const { client, server } = await withLock(home.lock, () => join(home, logger, placement));
  const connection = { ...server.maintenance, database: DATABASE };
  const leaveAtExit = (): void => leaveInHaste(home, client, server);
  process.once('exit', leaveAtExit);
  return {
    connection,
    url: connectionUrl(connection),
    embedded: true,
    revive: () => withLock(home.lock, () => ensureRunning(server, logger)),
    release: async () => {
      process.removeListener('exit', leaveAtExit);
      await withLock(home.lock, () => leave(home, client, server));
    },
  };
}

async function join(home: Home, logger: Logger, placement: Placement): Promise<{ client: Claim; server: Server }> {
  const password = createOnce(home.passwordFile, randomBytes(24).toString('hex'));
  const { cluster, socketFolder } = await prepareCluster(home, password, placement);
  const maintenance = { host: socketFolder, port: 5432, user: SUPERUSER, password, database: 'postgres' };
  const server = { cluster, socketFolder, maintenance };
  const client = claim(home.clients);
  try {
    await ensureRunning(server, logger);
    await ensureDatabase(maintenance);
    return { client, server };
  } catch (error) {
    await leave(home, client, server);
    throw error;
  }
}

async function ensureDatabase(maintenance: DatabaseConnection): Promise<void> {
  const client = new pg.Client(maintenance);
  // A server that goes away between two statements is told of by the next one.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function leave(home: Home, client: Claim, server: Server): Promise<void> {
  client.drop();
  if (liveClaims(home.clients).length === 0) await stopPostmaster(server.cluster.data);
}

/**
 * For a process that ends without releasing. Nothing can be awaited there: the server is told to stop and finishes by
 * itself; where somebody has the lock, they find our claim dead.
 */
function leaveInHaste(home: Home, client: Claim, server: Server): void {
  client.drop();
  const lock = tryLock(home.lock);
  if (lock === null) return;
  if (liveClaims(home.clients).length === 0) signalPostmaster(server.cluster.data, 'SIGINT');
  lock.drop();
}
