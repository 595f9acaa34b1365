import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const runtime = new URL('../../dist/libs/runtime/src/index.js', import.meta.url);

/**
 * One server for the whole run, on which every suite makes databases of its own: the one of DATABASE_URL, or an embedded
 * one in a temporary home. Suites learn of it by PASSERELLE_TEST_SERVER; they get a database by createTestDatabase().
 */
export default async function globalSetup() {
  const given = process.env.DATABASE_URL;
  process.env.PASSERELLE_TEST_SERVER = given ? given : (await startServer()).url;
}

async function startServer() {
  // The built product, because this file is loaded by plain Node; `npm test` builds before.
  if (!existsSync(runtime)) throw new Error('dist/ is missing: run `npm run build` first, or use `npm test`');
  const { createLogger, loadSettings, openDatabase } = await import(runtime.href);
  const home = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  const opening = openDatabase(loadSettings({ PASSERELLE_HOME: home }), createLogger({ logLevel: 'warn' }));
  globalThis.closeTestServer = async () => {
    try {
      await (await opening).release();
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  };
  closeOnSignals();
  try {
    return await opening;
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

/** Jest skips the teardown when it is interrupted. */
function closeOnSignals() {
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
    process.once(signal, () => void globalThis.closeTestServer().finally(() => process.exit(code)));
  }
}
