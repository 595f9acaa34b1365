import type { Checkpoint } from './checkpoint.js';

/** A checkpoint as files hold it and witnesses keep it: one JSON document a line. No personal data. */
export interface CheckpointDocument {
  readonly kind: 'state' | 'cut';
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
  readonly at: string;
  readonly before: string | null;
  /** Base64 of the SubjectPublicKeyInfo in DER. */
  readonly publicKey: string;
  /** Base64. */
  readonly signature: string;
  /** Hexadecimal. */
  readonly seal: string;
}

export const checkpointDocument = (checkpoint: Checkpoint): CheckpointDocument => ({
  kind: checkpoint.kind,
  seq: checkpoint.seq,
  hash: checkpoint.hash.toString('hex'),
  at: checkpoint.at,
  before: checkpoint.before,
  publicKey: checkpoint.publicKey.toString('base64'),
  signature: checkpoint.signature.toString('base64'),
  seal: checkpoint.seal.toString('hex'),
});

/** Reads a line back. @returns null where it is no checkpoint at all; whether it is genuine is another question */
export const parseCheckpoint = (line: string): Checkpoint | null => {
  const found = parseObject(line);
  if (found === null || !isDocument(found)) return null;
  return {
    kind: found.kind,
    seq: found.seq,
    hash: Buffer.from(found.hash, 'hex'),
    at: found.at,
    before: found.before,
    publicKey: Buffer.from(found.publicKey, 'base64'),
    signature: Buffer.from(found.signature, 'base64'),
    seal: Buffer.from(found.seal, 'hex'),
  };
};

const parseObject = (line: string): Partial<Record<keyof CheckpointDocument, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

const isDocument = (found: Partial<Record<keyof CheckpointDocument, unknown>>): found is CheckpointDocument =>
  (found.kind === 'state' || found.kind === 'cut') &&
  Number.isSafeInteger(found.seq) &&
  Number(found.seq) >= 0 &&
  (found.before === null || typeof found.before === 'string') &&
  [found.hash, found.at, found.publicKey, found.signature, found.seal].every((text) => typeof text === 'string');
