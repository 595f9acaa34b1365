import { TeachingError } from '#libs/domain';
import type { Client, Transactor } from '../connection/database.js';
import type { AuditKeys } from './chain.js';
import { type Checkpoint, signCheckpoint } from './checkpoint.js';
import { isoTime, readHead } from './head.js';
import type { Notary } from './notary.js';

const SELECT = `
  SELECT kind, seq::float8 AS seq, hash, ${isoTime('at')} AS at, ${isoTime('before')} AS before,
         public_key AS "publicKey", signature, seal
  FROM passerelle.audit_checkpoint`;

export const insertCheckpoint = async (client: Client, checkpoint: Checkpoint): Promise<void> => {
  const { kind, seq, hash, at, before, publicKey, signature, seal } = checkpoint;
  await client.query(
    `INSERT INTO passerelle.audit_checkpoint (kind, seq, hash, at, before, public_key, signature, seal)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [kind, seq, hash, at, before, publicKey, signature, seal],
  );
};

/** Checkpoints of either kind about entries from `from` to `to`, both included, in their order. */
export const checkpointsBetween = async (client: Client, from: number, to: number): Promise<Checkpoint[]> =>
  (await client.query<Checkpoint>(`${SELECT} WHERE seq BETWEEN $1 AND $2 ORDER BY seq, id`, [from, to])).rows;

/** The marks that pruning left, the furthest first. */
export const findCuts = async (client: Client): Promise<Checkpoint[]> =>
  (await client.query<Checkpoint>(`${SELECT} WHERE kind = 'cut' ORDER BY seq DESC, id`)).rows;

export const databaseTime = async (client: Client): Promise<string> =>
  (await client.query<{ at: string }>(`SELECT ${isoTime('clock_timestamp()')} AS at`)).rows[0]?.at ?? '';

/**
 * Signs the trail as it stands.
 * @param again also where a checkpoint of this very state is there already
 * @returns null where nothing was ever entered, or nothing new
 * @throws TeachingError `audit.head`: what somebody else wrote is not signed
 */
export const takeCheckpoint = async (
  database: Transactor,
  keys: AuditKeys,
  notary: Notary,
  again: boolean,
): Promise<Checkpoint | null> => {
  const made = await database.transaction(async (client) => {
    const head = await readHead(client, keys);
    if (head === null || !head.genuine) throw new TeachingError('audit.head');
    if (head.seq === 0) return null;
    if (!again && (await checkpointsBetween(client, head.seq, head.seq)).length > 0) return null;
    const { seq, hash } = head;
    const statement = { kind: 'state', seq, hash, at: await databaseTime(client), before: null } as const;
    const checkpoint = signCheckpoint(keys, notary.signer, statement);
    await insertCheckpoint(client, checkpoint);
    return checkpoint;
  });
  // After the commit: a line in the home always speaks of entries that are in the store.
  if (made !== null) await notary.keep(made);
  return made;
};
