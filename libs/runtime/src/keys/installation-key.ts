import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { EXIT, TeachingError } from '#libs/domain';
import { createOnce } from '../home/create-once.js';
import { holdsDatabase, openHome, type Home } from '../home/home.js';
import type { Settings } from '../settings/settings.js';

const KEY_BYTES = 32;

/** The secret from which the ids of source records are derived (HMAC). It must outlive every backup of the database. */
export interface InstallationKey {
  /** 32 random bytes. */
  readonly bytes: Buffer;
  /** 16 hexadecimal digits that tell two keys apart and say nothing of either; may be stored and shown. */
  readonly fingerprint: string;
}

/**
 * Reads the installation's key; makes one at the first start of a home, once even when two commands race.
 * @throws TeachingError `installation-key.missing`, `installation-key.file-missing`, `installation-key.open`, `installation-key.malformed`, `installation-key.different`; exit code 2.
 */
export function loadInstallationKey(settings: Pick<Settings, 'home' | 'keyFile'>): InstallationKey {
  const home = openHome(settings.home);
  return settings.keyFile === undefined ? ownKey(home) : givenKey(settings.keyFile, home);
}

function ownKey(home: Home): InstallationKey {
  // In this order: a database that appears after this line belongs to a command that has made the key before it.
  const databaseFirst = holdsDatabase(home);
  const found = read(home.keyFile);
  if (found !== null) return found;
  // Another key would give another id to every record: acts would lose their persons, and imports would double everything.
  if (databaseFirst) throw refused('installation-key.missing', home.keyFile);
  return parse(createOnce(home.keyFile, `${randomBytes(KEY_BYTES).toString('hex')}\n`), home.keyFile);
}

function givenKey(file: string, home: Home): InstallationKey {
  const given = read(file);
  if (given === null) throw refused('installation-key.file-missing', file);
  const own = read(home.keyFile);
  if (own !== null && own.fingerprint !== given.fingerprint)
    throw refused('installation-key.different', file, { other: home.keyFile });
  return given;
}

function read(file: string): InstallationKey | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  if (!stat.isFile()) throw refused('installation-key.malformed', file);
  if ((stat.mode & 0o077) !== 0)
    throw refused('installation-key.open', file, { mode: (stat.mode & 0o777).toString(8) });
  return parse(readFileSync(file, 'utf8'), file);
}

function parse(text: string, file: string): InstallationKey {
  const hex = text.trim();
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw refused('installation-key.malformed', file);
  const bytes = Buffer.from(hex, 'hex');
  return {
    bytes,
    fingerprint: createHmac('sha256', bytes).update('passerelle fingerprint').digest('hex').slice(0, 16),
  };
}

const refused = (code: string, file: string, args: Readonly<Record<string, string>> = {}): TeachingError =>
  new TeachingError(code, { file, ...args }, { exitCode: EXIT.usage, place: { file } });
