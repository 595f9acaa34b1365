import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Rectification } from './rectification.js';

const NONCE = 12;
const TAG = 16;

/** The line of the home's file that a sealed value belongs to: put into another line, it does not open. */
const boundTo = ({ id, field, at, incident }: Omit<Rectification, 'values'>): Buffer =>
  Buffer.from(JSON.stringify(['passerelle rectification 1', id, field, at, incident]), 'utf8');

/**
 * Closes the values of a rectification (AES-256-GCM, a random nonce each time): the home's file holds no value that can be read
 * without the installation's key.
 * @param key 32 bytes
 * @returns base64 of nonce, tag and ciphertext
 */
export const sealValues = (key: Uint8Array, rectification: Rectification): string => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(rectification));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(rectification.values), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
};

/** @throws Error where key, line or bytes are not those that were closed */
export const openValues = (
  key: Uint8Array,
  line: Omit<Rectification, 'values'>,
  sealed: string,
): Rectification['values'] => {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(boundTo(line))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  return JSON.parse(text) as Rectification['values'];
};
