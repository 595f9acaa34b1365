import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { childEnvironment, loadSettings, type Settings } from '#libs/runtime';

/** A throw-away installation: database, keys and configuration in a temporary folder of its own. */
export interface SandboxHome {
  readonly settings: Settings;
  /** Of processes that work on it. */
  readonly environment: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/**
 * Makes one beside the installation, whose configuration it takes and whose data it never sees: no database, key or queue of the
 * environment is used. Webhooks may lead to this machine, so that a client can be tried where it is written.
 */
export const makeSandboxHome = async (configDir: string): Promise<SandboxHome> => {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-sandbox-'));
  const config = join(folder, 'config');
  await cp(configDir, config, { recursive: true });
  await allowThisMachine(join(config, 'gateway.yml'));
  const environment = childEnvironment({
    PASSERELLE_HOME: join(folder, 'home'),
    PASSERELLE_CONFIG: config,
    PASSERELLE_KEY_FILE: '',
    PASSERELLE_PROTECTION_KEY_FILE: '',
    DATABASE_URL: '',
    REDIS_URL: '',
  });
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return { settings: loadSettings(environment), environment, remove };
};

const allowThisMachine = async (path: string): Promise<void> => {
  const document = parseDocument(await readFile(path, 'utf8'));
  document.setIn(['webhooks', 'allow'], ['127.0.0.1', 'localhost']);
  document.setIn(['webhooks', 'http'], true);
  // An identity provider knows nothing of invented persons.
  document.delete('openid');
  await writeFile(path, document.toString());
};
