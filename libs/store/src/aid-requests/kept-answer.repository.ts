import type { Client } from '../connection/database.js';

/** An answer as it was given. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Who repeats which request: a client, its key, and SHA-256 over method, path, purpose and body. */
export interface AnswerKey {
  readonly grant: string;
  readonly key: string;
  readonly requestHash: Buffer;
}

/** How long a key stands for one request. */
const KEPT = `interval '24 hours'`;

/**
 * Takes a key for this transaction. Whoever comes with the same key meanwhile waits here until this transaction ends, at most
 * as long as the transaction's `lock_timeout`.
 * @returns `taken` where the work shall be done now; the answer where it was done; `other` where the key stands for another
 * request
 * @throws the database's error 55P03 where the first request has not ended in time
 */
export const takeAnswerKey = async (
  client: Client,
  { grant, key, requestHash }: AnswerKey,
): Promise<'taken' | 'other' | KeptAnswer> => {
  await client.query({
    name: 'drop-old-answer',
    text: `DELETE FROM passerelle.kept_answer WHERE grant_id = $1 AND key = $2 AND at < clock_timestamp() - ${KEPT}`,
    values: [grant, key],
  });
  const { rowCount } = await client.query({
    name: 'take-answer-key',
    text: `INSERT INTO passerelle.kept_answer (grant_id, key, request_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    values: [grant, key, requestHash],
  });
  if (rowCount === 1) return 'taken';
  const { rows } = await client.query<KeptAnswer & { readonly requestHash: Buffer }>(
    `SELECT request_hash AS "requestHash", status, body, headers FROM passerelle.kept_answer
     WHERE grant_id = $1 AND key = $2`,
    [grant, key],
  );
  const [kept] = rows;
  // Gone between the two statements: its transaction was the last one to see it. The caller comes again.
  if (kept === undefined) return takeAnswerKey(client, { grant, key, requestHash });
  const { requestHash: known, ...answer } = kept;
  return known.equals(requestHash) ? answer : 'other';
};

/** Keeps the answer in the transaction of its work: both are there, or neither. @param personId whom it is about */
export const keepAnswer = async (
  client: Client,
  { grant, key }: AnswerKey,
  { status, body, headers }: KeptAnswer,
  personId: string | null,
): Promise<void> => {
  await client.query({
    name: 'keep-answer',
    text: `UPDATE passerelle.kept_answer SET status = $3, body = $4, headers = $5, person_id = $6
           WHERE grant_id = $1 AND key = $2`,
    values: [grant, key, status, body, JSON.stringify(headers), personId],
  });
};

/** Removes answers that are older than a key stands. @returns how many */
export const dropOldAnswers = async (client: Client): Promise<number> =>
  (await client.query(`DELETE FROM passerelle.kept_answer WHERE at < clock_timestamp() - ${KEPT}`)).rowCount ?? 0;
