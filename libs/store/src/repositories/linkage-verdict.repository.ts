import type { Client } from '../connection/database.js';

/** What a person has decided about a pair of source persons, in any order. */
export interface NewVerdict {
  readonly pair: readonly [string, string];
  readonly verdict: 'same' | 'never';
  /** Who: 80 characters at most. */
  readonly decidedBy: string;
  /** Why: 300 characters at most, and never a value of anybody's file. */
  readonly reason: string;
}

export interface StandingVerdict {
  readonly id: number;
  readonly left: string;
  readonly right: string;
  readonly verdict: 'same' | 'never';
  readonly decidedBy: string;
  readonly reason: string;
  readonly decidedAt: Date;
}

const SELECT = `
  SELECT id, left_id::text AS left, right_id::text AS right, verdict, decided_by AS "decidedBy", reason,
         decided_at AS "decidedAt"
  FROM passerelle.link_verdict`;

/** Both ends are decided again by the next link run. */
const TOUCH_PAIR = `
  INSERT INTO passerelle.link_touched (person_id, rescore) SELECT unnest($1::uuid[]), false
  ON CONFLICT (run_id, person_id) DO NOTHING`;

const ordered = ([one, other]: readonly [string, string]): readonly [string, string] => {
  if (one === other) throw new RangeError('a verdict is about two source persons');
  return one < other ? [one, other] : [other, one];
};

/**
 * Keeps a decision, inside the caller's transaction; a different one about the same pair is revoked, an equal one stays.
 * @throws RangeError when both ends are the same source person
 */
export const noteVerdict = async (client: Client, verdict: NewVerdict): Promise<StandingVerdict> => {
  const pair = ordered(verdict.pair);
  // Two people who decide about one pair at once do so one after the other.
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`passerelle verdict ${pair.join(' ')}`]);
  const standing = await findVerdict(client, pair);
  if (standing?.verdict === verdict.verdict) return standing;
  if (standing !== null) await revokeVerdict(client, pair, verdict.decidedBy);
  await client.query(
    `INSERT INTO passerelle.link_verdict (left_id, right_id, verdict, decided_by, reason) VALUES ($1, $2, $3, $4, $5)`,
    [...pair, verdict.verdict, verdict.decidedBy, verdict.reason],
  );
  await client.query(TOUCH_PAIR, [pair]);
  const noted = await findVerdict(client, pair);
  if (noted === null) throw new Error('the verdict was not kept');
  return noted;
};

/** Takes a decision back, inside the caller's transaction; it stays on record. @returns false when there is none */
export const revokeVerdict = async (
  client: Client,
  pair: readonly [string, string],
  revokedBy: string,
): Promise<boolean> => {
  const ends = ordered(pair);
  const { rowCount } = await client.query(
    `UPDATE passerelle.link_verdict SET revoked_at = clock_timestamp(), revoked_by = $3
     WHERE left_id = $1 AND right_id = $2 AND revoked_at IS NULL`,
    [...ends, revokedBy],
  );
  if (rowCount !== 1) return false;
  await client.query(TOUCH_PAIR, [ends]);
  return true;
};

/** The decision that stands about a pair. */
export const findVerdict = async (client: Client, pair: readonly [string, string]): Promise<StandingVerdict | null> =>
  (
    await client.query<StandingVerdict>(`${SELECT} WHERE left_id = $1 AND right_id = $2 AND revoked_at IS NULL`, [
      ...ordered(pair),
    ])
  ).rows[0] ?? null;

/** The decisions that stand about any of the given source persons, oldest first. */
export const findVerdicts = async (client: Client, ids: readonly string[]): Promise<StandingVerdict[]> =>
  (
    await client.query<StandingVerdict>(
      `${SELECT} WHERE left_id = ANY ($1::uuid[]) AND revoked_at IS NULL
       UNION ${SELECT} WHERE right_id = ANY ($1::uuid[]) AND revoked_at IS NULL ORDER BY id`,
      [ids],
    )
  ).rows;
