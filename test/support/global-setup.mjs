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
  if (given) {
    process.env.PASSERELLE_TEST_SERVER = given;
    return;
  }
  // The built product, because this file is loaded by plain Node; `npm test` builds before.
  if (!existsSync(runtime)) throw new Error('dist/ is missing: run `npm run build` first, or use `npm test`');
  const { createLogger, loadSettings, openDatabase } = await import(runtime.href);
  const home = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  const close = async (access) => {
    await access?.release();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const settings = loadSettings({ PASSERELLE_HOME: home });
    const access = await openDatabase(settings, createLogger({ logLevel: 'warn' }));
    process.env.PASSERELLE_TEST_SERVER = access.url;
    globalThis.closeTestServer = () => close(access);
  } catch (error) {
    await close();
    throw error;
  }
  // Jest skips the teardown when it is interrupted.
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]) {
    process.once(signal, () => void globalThis.closeTestServer().finally(() => process.exit(code)));
  }
}
