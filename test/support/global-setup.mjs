import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** What a run needs of memory for its files, in bytes: several times what they come to. */
const ROOM = 6 * 2 ** 30;
const MEMORY = '/dev/shm';

const runtime = new URL('../../dist/libs/runtime/src/index.js', import.meta.url);

/**
 * One server for the whole run, on which every suite makes databases of its own: the one of DATABASE_URL, or an embedded
 * one in a temporary home. Suites learn of it by PASSERELLE_TEST_SERVER; they get a database by createTestDatabase().
 */
export default async function globalSetup() {
  const folder = quickFolder();
  process.env.TMPDIR = folder;
  // Names what suites share on a server that may outlive this run.
  process.env.PASSERELLE_TEST_RUN = randomBytes(4).toString('hex');
  const given = process.env.DATABASE_URL;
  let close = () => Promise.resolve();
  globalThis.endTestRun = () => close().finally(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  endOnSignals();
  try {
    const server = given ? { url: given, close: () => dropTemplates(given) } : await startServer(folder);
    close = server.close;
    process.env.PASSERELLE_TEST_SERVER = server.url;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * A temporary folder of this run, in memory where the machine has plenty of it: homes, exports and databases are many small
 * files, and making them takes longer than all that is done with them.
 */
function quickFolder() {
  const isRoomy = existsSync(MEMORY) && free(MEMORY) >= ROOM && freemem() >= ROOM;
  const folder = mkdtempSync(join(isRoomy ? MEMORY : tmpdir(), 'pt-'));
  // As open as /tmp: a server may run under an account of its own.
  chmodSync(folder, 0o1777);
  return folder;
}

const free = (folder) => {
  const { bsize, bavail } = statfsSync(folder);
  return bsize * bavail;
};

async function startServer(folder) {
  // The built product, because this file is loaded by plain Node; `npm test` builds before.
  if (!existsSync(runtime)) throw new Error('dist/ is missing: run `npm run build` first, or use `npm test`');
  const { createLogger, loadSettings, openDatabase } = await import(runtime.href);
  const settings = loadSettings({ PASSERELLE_HOME: join(folder, 'server') });
  const { url, release } = await openDatabase(settings, createLogger({ logLevel: 'warn' }));
  await hurry(url);
  return { url, close: release };
}

/**
 * No suite cuts this machine's power, and a server that is killed loses nothing that it gave to the kernel: waiting for the
 * disk would only slow each new database. Suites about durability start servers of their own, with the product's settings.
 */
async function hurry(url) {
  await onServer(url, async (client) => {
    for (const name of ['fsync', 'full_page_writes']) await client.query(`ALTER SYSTEM SET ${name} = 'off'`);
    await client.query('SELECT pg_reload_conf()');
  });
}

/** Leaves nothing behind on a server that was given. */
async function dropTemplates(url) {
  await onServer(url, async (client) => {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
      `passerelle_template_${process.env.PASSERELLE_TEST_RUN}`,
    ]);
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  });
}

async function onServer(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Jest skips the teardown when it is interrupted. */
function endOnSignals() {
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
    process.once(signal, () => void globalThis.endTestRun().finally(() => process.exit(code)));
  }
}
