import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './spawn-cli.js';

/** A copy of the packaged configuration into a folder that a test may change. @returns its path */
export const copyConfig = async (folder: string): Promise<string> => {
  await cp(join(ROOT, 'config'), folder, { recursive: true });
  return folder;
};

/** Codes that one site uses beside those of the profile: list → code → unified code. */
export const writeOverlay = async (
  config: string,
  profile: string,
  site: string,
  codes: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<void> => {
  // JSON is YAML.
  const document = JSON.stringify({ overlay: profile, site, codes }, null, 2);
  await writeFile(join(config, 'sources', 'overlays', `${profile}.${site}.yml`), `${document}\n`);
};

/** Lets webhooks lead to receivers on this machine, by HTTP. @param config a folder of `copyConfig` */
export const allowLoopbackHooks = async (config: string): Promise<void> => {
  const path = join(config, 'gateway.yml');
  const text = await readFile(path, 'utf8');
  const allowed = text.replace('allow: []', 'allow: [127.0.0.0/8]').replace('http: false', 'http: true');
  await writeFile(path, allowed);
};
