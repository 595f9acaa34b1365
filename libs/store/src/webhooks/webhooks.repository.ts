import type { Client } from '../connection/database.js';
import { UTC_MILLISECONDS } from '../sql/tombstone-marks.sql.js';
import type { NewWebhook, SealedSecret, Webhook } from './webhook.js';

const utc = (column: string, name: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}) AS "${name}"`;
const COLUMNS = `id, grant_id AS "grant", recipient, url, event_types AS "eventTypes",
  ${utc('created_at', 'createdAt')}, ${utc('disabled_at', 'disabledAt')}`;
const SECRET_LIVES = '(expires_at IS NULL OR expires_at > clock_timestamp())';

/**
 * Adds a webhook, unless its body has as many as it may.
 * @param most how many webhooks one recipient may have
 * @returns null where it has them already
 */
export const insertWebhook = async (client: Client, webhook: NewWebhook, most: number): Promise<Webhook | null> => {
  // Two that come at once must not both find the last place free; the lock goes with the transaction.
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('passerelle webhooks'), hashtext($1))`, [
    webhook.recipient,
  ]);
  const { rows } = await client.query<Webhook>(
    `INSERT INTO passerelle.webhook (grant_id, recipient, url, event_types)
     SELECT $1::varchar, $2::char(14), $3::varchar, $4::varchar[]
     WHERE (SELECT count(*) FROM passerelle.webhook WHERE recipient = $2::char(14)) < $5::int
     RETURNING ${COLUMNS}`,
    [webhook.grant, webhook.recipient, webhook.url, webhook.eventTypes, most],
  );
  return rows[0] ?? null;
};

/** All webhooks of a body, the oldest first. */
export const listWebhooks = async (client: Client, recipient: string): Promise<readonly Webhook[]> =>
  (
    await client.query<Webhook>(
      `SELECT ${COLUMNS} FROM passerelle.webhook WHERE recipient = $1 ORDER BY created_at, id`,
      [recipient],
    )
  ).rows;

/** Null where the body has none of that id, whoever else may. */
export const findWebhook = async (client: Client, recipient: string, id: string): Promise<Webhook | null> =>
  (
    await client.query<Webhook>(`SELECT ${COLUMNS} FROM passerelle.webhook WHERE recipient = $1 AND id = $2`, [
      recipient,
      id,
    ])
  ).rows[0] ?? null;

/** Removes a webhook with its secrets and the log of its deliveries. @returns false where the body has none of that id */
export const deleteWebhook = async (client: Client, recipient: string, id: string): Promise<boolean> =>
  (await client.query('DELETE FROM passerelle.webhook WHERE recipient = $1 AND id = $2', [recipient, id])).rowCount ===
  1;

/**
 * Makes a secret the one that signs; those before it sign along for some hours.
 * @returns false where so many sign along already that one more would be no rotation but a mistake
 */
export const rotateSecret = async (
  client: Client,
  secret: SealedSecret,
  { hours, most }: { readonly hours: number; readonly most: number },
): Promise<boolean> => {
  await client.query('SELECT FROM passerelle.webhook WHERE id = $1 FOR NO KEY UPDATE', [secret.webhookId]);
  const { rows } = await client.query<{ live: number }>(
    `SELECT count(*)::int AS live FROM passerelle.webhook_secret WHERE webhook_id = $1 AND ${SECRET_LIVES}`,
    [secret.webhookId],
  );
  if ((rows[0]?.live ?? 0) >= most) return false;
  await client.query(
    `UPDATE passerelle.webhook_secret SET expires_at = clock_timestamp() + make_interval(hours => $2)
     WHERE webhook_id = $1 AND expires_at IS NULL`,
    [secret.webhookId, hours],
  );
  await client.query('INSERT INTO passerelle.webhook_secret (id, webhook_id, sealed) VALUES ($1, $2, $3)', [
    secret.id,
    secret.webhookId,
    secret.sealed,
  ]);
  return true;
};

/** The secrets that sign now, the newest first. */
export const liveSecrets = async (client: Client, webhookId: string): Promise<readonly SealedSecret[]> =>
  (
    await client.query<SealedSecret>(
      `SELECT id, webhook_id AS "webhookId", sealed FROM passerelle.webhook_secret
       WHERE webhook_id = $1 AND ${SECRET_LIVES} ORDER BY created_at DESC, id`,
      [webhookId],
    )
  ).rows;

/** Takes away secrets that no longer sign. */
export const pruneSecrets = async (client: Client): Promise<void> => {
  await client.query(`DELETE FROM passerelle.webhook_secret WHERE NOT ${SECRET_LIVES}`);
};
