import { createHmac, createPublicKey, verify } from 'node:crypto';
import { CanonicalBytes } from './canonical-bytes.js';
import { type AuditKeys, type ChainLink, sameBytes } from './chain.js';

/** A signed statement about the trail at one moment. */
export interface Checkpoint extends ChainLink {
  /** `state`: the trail ended with this entry. `cut`: this entry and all before it were removed, their period being over. */
  readonly kind: 'state' | 'cut';
  /** When it was made, ISO 8601 in UTC. */
  readonly at: string;
  /** Of a cut: everything removed was older than this. */
  readonly before: string | null;
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Buffer;
  /** Ed25519, 64 bytes. */
  readonly signature: Buffer;
  /** HMAC of all of this under a key of the installation: tells that the key pair was one of ours. */
  readonly seal: Buffer;
}

/** What a checkpoint says, before it is signed. */
export type Statement = Pick<Checkpoint, 'kind' | 'seq' | 'hash' | 'at' | 'before'>;

/** Signs with a key pair of the home. */
export interface Signer {
  readonly publicKey: Buffer;
  sign(bytes: Uint8Array): Buffer;
}

/** The bytes that are signed; see docs/guide/audit.md. */
export const checkpointBytes = ({ kind, seq, hash, at, before }: Statement, publicKey: Uint8Array): Buffer =>
  new CanonicalBytes('passerelle audit checkpoint 1')
    .text(kind)
    .number(seq)
    .bytes(hash)
    .text(at)
    .text(before)
    .bytes(publicKey)
    .done();

export const signCheckpoint = (keys: AuditKeys, signer: Signer, statement: Statement): Checkpoint => {
  const { publicKey } = signer;
  const bytes = checkpointBytes(statement, publicKey);
  const signature = signer.sign(bytes);
  return { ...statement, publicKey, signature, seal: sealOf(keys, bytes, signature) };
};

/** Whether a checkpoint was made by this installation and says today what it said then. */
export const isGenuine = (keys: AuditKeys, checkpoint: Checkpoint): boolean => {
  const { publicKey, signature, seal } = checkpoint;
  const bytes = checkpointBytes(checkpoint, publicKey);
  // The seal first: with it, the public key is known to be one of ours, and well-formed.
  if (!sameBytes(seal, sealOf(keys, bytes, signature))) return false;
  return verify(null, bytes, createPublicKey({ key: publicKey, format: 'der', type: 'spki' }), signature);
};

const sealOf = (keys: AuditKeys, bytes: Uint8Array, signature: Uint8Array): Buffer =>
  createHmac('sha256', keys.seal)
    .update(new CanonicalBytes('passerelle audit seal 1').bytes(bytes).bytes(signature).done())
    .digest();
