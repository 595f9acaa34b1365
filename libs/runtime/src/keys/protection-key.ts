import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EXIT, TeachingError } from '#libs/domain';
import { createOnce } from '../home/create-once.js';
import { openHome } from '../home/home.js';
import type { Settings } from '../settings/settings.js';

const KEY_BYTES = 32;

/** The secret under which the places of separated persons are encrypted. Derived from no other key, and kept apart from them. */
export interface ProtectionKey {
  /** 32 random bytes. */
  readonly bytes: Buffer;
  /** 16 hexadecimal digits that tell two keys apart and say nothing of either. */
  readonly fingerprint: string;
}

/**
 * Reads the key of protected places: of the home, or the given file for several machines on one database.
 * @param mayMake whether one may be made where the home has none (never in the place of a given file)
 * @throws TeachingError `protection-key.missing`, `protection-key.open`, `protection-key.malformed`; exit code 2
 */
export function loadProtectionKey(
  settings: Pick<Settings, 'home' | 'protectionKeyFile'>,
  mayMake: boolean,
): ProtectionKey {
  if (settings.protectionKeyFile !== undefined) return readOrRefuse(settings.protectionKeyFile);
  const { protectionKeyFile: file } = openHome(settings.home);
  if (!mayMake) return readOrRefuse(file);
  const found = read(file);
  if (found !== null) return found;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return parse(createOnce(file, `${randomBytes(KEY_BYTES).toString('hex')}\n`), file);
}

function readOrRefuse(file: string): ProtectionKey {
  const found = read(file);
  if (found === null) throw refused('protection-key.missing', file);
  return found;
}

function read(file: string): ProtectionKey | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  if (!stat.isFile()) throw refused('protection-key.malformed', file);
  if ((stat.mode & 0o077) !== 0) throw refused('protection-key.open', file);
  return parse(readFileSync(file, 'utf8'), file);
}

function parse(text: string, file: string): ProtectionKey {
  const hex = text.trim();
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw refused('protection-key.malformed', file);
  const bytes = Buffer.from(hex, 'hex');
  const fingerprint = createHmac('sha256', bytes).update('passerelle protection fingerprint').digest('hex');
  return { bytes, fingerprint: fingerprint.slice(0, 16) };
}

const refused = (code: string, file: string): TeachingError =>
  new TeachingError(code, { file }, { exitCode: EXIT.usage, place: { file } });
