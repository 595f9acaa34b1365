import { TeachingError } from '#libs/domain';
import type { Client, Transactor } from '../connection/database.js';
import type { AuditKeys, ChainLink } from './chain.js';
import { type Checkpoint, signCheckpoint } from './checkpoint.js';
import { databaseTime, insertCheckpoint } from './checkpoints.repository.js';
import { isoTime } from './head.js';
import type { Testimony } from './judge-checkpoints.js';
import type { Notary } from './notary.js';
import { verifyTrail } from './verify-trail.js';

/** What pruning removed, or would remove. */
export interface PruneReport {
  readonly removed: number;
  /** Everything removed was older than this; ISO 8601 in UTC. */
  readonly before: string;
  /** The last entry that was removed; null where nothing was old enough. */
  readonly upTo: number | null;
}

/** The longest run of entries, from the oldest on, that are all older: the trail is cut at one place only. */
const LAST_OLD = `
  SELECT seq::float8 AS seq, hash FROM passerelle.audit_entry
  WHERE seq < coalesce((SELECT min(seq) FROM passerelle.audit_entry WHERE at >= $1), ${Number.MAX_SAFE_INTEGER})
  ORDER BY seq DESC LIMIT 1`;

/**
 * Removes entries whose period is over, and leaves a signed mark from which verification goes on. By the database's clock.
 * @param period an interval of PostgreSQL: `12 months`
 * @param testimonies checkpoints from outside the store, to verify against first
 * @throws TeachingError `audit.broken` where the trail does not verify: pruning must not remove the evidence
 */
export const pruneTrail = async (
  database: Transactor,
  keys: AuditKeys,
  notary: Notary,
  period: string,
  testimonies: readonly Testimony[],
): Promise<PruneReport> => {
  const [first] = (await verifyTrail(database, keys, testimonies)).findings;
  if (first !== undefined) throw new TeachingError('audit.broken', { seq: first.seq, kind: first.kind });
  const { report, mark } = await database.transaction((client) => cutOff(client, keys, notary, period));
  if (mark !== null) await notary.keep(mark);
  return report;
};

/** The same look, and nothing removed. */
export const rehearsePruning = async (client: Client, period: string): Promise<PruneReport> => {
  const before = await limitOf(client, period);
  const last = await findLastOld(client, before);
  return { removed: last === null ? 0 : await countUpTo(client, last.seq), before, upTo: last?.seq ?? null };
};

const cutOff = async (
  client: Client,
  keys: AuditKeys,
  notary: Notary,
  period: string,
): Promise<{ report: PruneReport; mark: Checkpoint | null }> => {
  const before = await limitOf(client, period);
  const last = await findLastOld(client, before);
  if (last === null) return { report: { removed: 0, before, upTo: null }, mark: null };
  const statement = { kind: 'cut', ...last, at: await databaseTime(client), before } as const;
  const mark = signCheckpoint(keys, notary.signer, statement);
  await insertCheckpoint(client, mark);
  await client.query(`SELECT set_config('passerelle.audit_cut', $1, true)`, [String(last.seq)]);
  const { rowCount } = await client.query('DELETE FROM passerelle.audit_entry WHERE seq <= $1', [last.seq]);
  return { report: { removed: rowCount ?? 0, before, upTo: last.seq }, mark };
};

const limitOf = async (client: Client, period: string): Promise<string> =>
  (await client.query<{ before: string }>(`SELECT ${isoTime('clock_timestamp() - $1::interval')} AS before`, [period]))
    .rows[0]?.before ?? '';

const findLastOld = async (client: Client, before: string): Promise<ChainLink | null> =>
  (await client.query<ChainLink>(LAST_OLD, [before])).rows[0] ?? null;

const countUpTo = async (client: Client, seq: number): Promise<number> =>
  (
    await client.query<{ entries: number }>(
      'SELECT count(*)::float8 AS entries FROM passerelle.audit_entry WHERE seq <= $1',
      [seq],
    )
  ).rows[0]?.entries ?? 0;
