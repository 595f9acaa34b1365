import { TeachingError } from '#libs/domain';
import type { Client } from '../connection/database.js';
import { type AuditKeys, type ChainLink, GENESIS, sameBytes, sealHead } from './chain.js';

/** How times are read: ISO 8601 in UTC, with the microseconds that the database keeps. */
export const isoTime = (column: string): string =>
  `to_char((${column}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export interface TrailHead extends ChainLink {
  /** Whether the head was written by us; the head of a trail without entries is. */
  readonly genuine: boolean;
}

interface HeadRow {
  readonly seq: number;
  readonly hash: Buffer;
  readonly seal: Buffer;
}

const SELECT_HEAD = 'SELECT seq::float8 AS seq, hash, seal FROM passerelle.audit_head';

/** The newest entry; null where somebody took the row away. */
export const readHead = async (client: Client, keys: AuditKeys): Promise<TrailHead | null> => {
  const { rows } = await client.query<HeadRow>(SELECT_HEAD);
  return rows[0] === undefined ? null : judge(keys, rows[0]);
};

/** An entry must be on the disk before its answer is given: a server that is set to answer sooner is told otherwise here. */
const LOCK_HEAD = `
  SELECT seq::float8 AS seq, hash, seal, ${isoTime('clock_timestamp()')} AS at,
         CASE current_setting('synchronous_commit') WHEN 'off' THEN set_config('synchronous_commit', 'local', true) END
  FROM passerelle.audit_head FOR UPDATE`;

/**
 * Takes the head for the caller's transaction: whoever else enters something waits until it ends.
 * @returns the newest entry, and the database's time
 * @throws TeachingError `audit.head`: on a head that is not ours nothing more can be entered, or the change would be covered up
 */
export const lockHead = async (client: Client, keys: AuditKeys): Promise<ChainLink & { readonly at: string }> => {
  const { rows } = await client.query<HeadRow & { at: string }>({ name: 'audit-lock-head', text: LOCK_HEAD });
  const [row] = rows;
  if (row === undefined || !judge(keys, row).genuine) throw new TeachingError('audit.head');
  return { seq: row.seq, hash: row.hash, at: row.at };
};

const judge = (keys: AuditKeys, { seq, hash, seal }: HeadRow): TrailHead => ({
  seq,
  hash,
  genuine: seq === 0 ? sameBytes(hash, GENESIS.hash) : sameBytes(seal, sealHead(keys, { seq, hash })),
});
