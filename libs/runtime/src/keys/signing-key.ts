import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { EXIT, TeachingError } from '#libs/domain';
import { createOnce } from '../home/create-once.js';
import { openHome } from '../home/home.js';
import type { Settings } from '../settings/settings.js';

/** The home's Ed25519 key pair: what it signs, anybody with the public half can check, and nobody else can make. */
export interface SigningKey {
  /** SubjectPublicKeyInfo in DER, 44 bytes: the form that OpenSSL reads. */
  readonly publicKey: Buffer;
  /** @returns a signature of 64 bytes */
  sign(bytes: Uint8Array): Buffer;
}

/**
 * Reads the key pair of a home (`signing.key`, PKCS 8 in PEM, mode 0600); makes one at first need, once even when two
 * commands race. A lost pair is replaced: signatures carry their public key, and old ones stay good.
 * @throws TeachingError `signing-key.open`, `signing-key.malformed`, or of the home; exit code 2
 */
export function loadSigningKey(settings: Pick<Settings, 'home'>): SigningKey {
  const file = openHome(settings.home).signingKeyFile;
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat !== undefined && (stat.mode & 0o077) !== 0) throw refused('signing-key.open', file, undefined);
  const privateKey = parse(stat === undefined ? createOnce(file, freshKey()) : readFileSync(file, 'utf8'), file);
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return { publicKey, sign: (bytes) => sign(null, bytes, privateKey) };
}

const freshKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

function parse(text: string, file: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(text);
  } catch (error) {
    throw refused('signing-key.malformed', file, error);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw refused('signing-key.malformed', file, undefined);
  return key;
}

const refused = (code: string, file: string, cause: unknown): TeachingError =>
  new TeachingError(
    code,
    { file },
    { exitCode: EXIT.usage, place: { file }, ...(cause === undefined ? {} : { cause }) },
  );
