import { hkdfSync } from 'node:crypto';
import type { InstallationKey } from './installation-key.js';

/**
 * A key for one use, derived from the installation's key (HKDF-SHA-256, RFC 5869, no salt: the key is random already). Who
 * learns one derived key learns nothing about the installation's key or the others.
 * @param use what the key is for, a constant word: another word gives another key
 * @returns 32 bytes, the same at each call
 */
export const deriveKey = (installation: Pick<InstallationKey, 'bytes'>, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', installation.bytes, Buffer.alloc(0), `passerelle ${use}`, 32));
