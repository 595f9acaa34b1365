import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AuditEntry } from './audit-entry.js';
import { CanonicalBytes } from './canonical-bytes.js';

/** Keys of the trail, each derived from the installation's key for this use alone; 32 bytes each. */
export interface AuditKeys {
  /** Chains entries. */
  readonly chain: Uint8Array;
  /** Seals the head and the checkpoints. */
  readonly seal: Uint8Array;
}

/** An end of the chain: the entry `seq` has the hash. */
export interface ChainLink {
  readonly seq: number;
  readonly hash: Buffer;
}

/** Before the first entry. */
export const GENESIS: ChainLink = { seq: 0, hash: Buffer.alloc(32) };

/** The bytes of an entry at its place, for its hash; see docs/guide/audit.md. */
export const entryBytes = (seq: number, at: string, entry: AuditEntry): Buffer =>
  new CanonicalBytes('passerelle audit entry 1')
    .number(seq)
    .text(at)
    .text(entry.action)
    .text(entry.purpose)
    .text(entry.recipient)
    .text(entry.grant)
    .text(entry.subjectId)
    .text(entry.caseId)
    .text(entry.incident)
    .list(entry.fields)
    .text(entry.outcome)
    .list(entry.detail)
    .done();

/** HMAC-SHA-256 over the hash before and the entry's bytes: without the key nobody can write a chain that holds. */
export const hashEntry = (keys: AuditKeys, previous: Uint8Array, seq: number, at: string, entry: AuditEntry): Buffer =>
  createHmac('sha256', keys.chain)
    .update(previous)
    .update(entryBytes(seq, at, entry))
    .digest();

/** What proves that a head was written by us: an earlier state of it cannot be made from what the table shows. */
export const sealHead = (keys: AuditKeys, { seq, hash }: ChainLink): Buffer =>
  createHmac('sha256', keys.seal)
    .update(new CanonicalBytes('passerelle audit head 1').number(seq).bytes(hash).done())
    .digest();

/** Whether two hashes are the same. */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);
