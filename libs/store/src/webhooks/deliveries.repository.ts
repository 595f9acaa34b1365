import type { Client } from '../connection/database.js';
import { UTC_MILLISECONDS } from '../sql/tombstone-marks.sql.js';
import { waitForAppends } from './outbox-gate.js';
import type { Delivery, DeliveryState } from './webhook.js';

const utc = (column: string, name: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', ${UTC_MILLISECONDS}) AS "${name}"`;

/** A page of deliveries of one webhook, the newest first. */
export interface DeliveryPage {
  readonly state: DeliveryState | null;
  /** Decimal place in the outbox of the last one seen; null: from the newest on. */
  readonly before: string | null;
  readonly limit: number;
}

export const listDeliveries = async (
  client: Client,
  webhookId: string,
  { state, before, limit }: DeliveryPage,
): Promise<readonly Delivery[]> =>
  (
    await client.query<Delivery>(
      `SELECT event.id AS "eventId", event.seq::text AS seq, event.type, ${utc('event.at', 'at')},
         event.aid_request_id AS "aidRequestId", event.version, event.status, delivery.state, delivery.attempts,
         ${utc(`CASE WHEN delivery.state = 'pending' THEN delivery.due_at END`, 'dueAt')},
         ${utc('delivery.last_at', 'lastAt')}, delivery.last_status AS "lastStatus", delivery.last_problem AS "lastProblem"
       FROM passerelle.webhook_delivery AS delivery JOIN passerelle.outbox_event AS event ON event.seq = delivery.event_seq
       WHERE delivery.webhook_id = $1 AND ($2::text IS NULL OR delivery.state = $2)
         AND ($3::bigint IS NULL OR delivery.event_seq < $3)
       ORDER BY delivery.event_seq DESC LIMIT $4`,
      [webhookId, state, before, limit],
    )
  ).rows;

const ANEW = `state = 'pending', attempts = 0, due_at = clock_timestamp(), lease_token = NULL, lease_until = NULL`;

/**
 * Sends a dead delivery again, with all its attempts.
 * @returns what it was before: only what was dead is sent; null where the webhook has no such delivery
 */
export const retryDelivery = async (
  client: Client,
  webhookId: string,
  eventId: string,
): Promise<DeliveryState | null> => {
  await client.query('SELECT FROM passerelle.webhook WHERE id = $1 FOR NO KEY UPDATE', [webhookId]);
  const { rows } = await client.query<{ seq: string; state: DeliveryState }>(
    `SELECT delivery.event_seq::text AS seq, delivery.state FROM passerelle.webhook_delivery AS delivery
     JOIN passerelle.outbox_event AS event ON event.seq = delivery.event_seq
     WHERE delivery.webhook_id = $1 AND event.id = $2 FOR UPDATE OF delivery`,
    [webhookId, eventId],
  );
  const [found] = rows;
  if (found?.state !== 'dead') return found?.state ?? null;
  await client.query(`UPDATE passerelle.webhook_delivery SET ${ANEW} WHERE webhook_id = $1 AND event_seq = $2`, [
    webhookId,
    found.seq,
  ]);
  return found.state;
};

/**
 * Sends again every event from a place on that its webhook wants, also those from before the webhook was there. What is under way
 * at this moment is taken back and sent again in its turn. An event whose transaction is still open either commits before this
 * looks, or has found the webhook and brings its own delivery.
 * @param seq decimal place in the outbox, included
 * @returns how many events are on their way now
 */
export const replayOutbox = async (client: Client, webhookId: string, seq: string): Promise<number> => {
  await waitForAppends(client);
  await client.query('SELECT FROM passerelle.webhook WHERE id = $1 FOR NO KEY UPDATE', [webhookId]);
  const { rowCount } = await client.query(
    `INSERT INTO passerelle.webhook_delivery (webhook_id, event_seq, aid_request_id, version)
     SELECT webhook.id, event.seq, event.aid_request_id, event.version
     FROM passerelle.webhook JOIN passerelle.outbox_event AS event ON event.recipient = webhook.recipient
     WHERE webhook.id = $1 AND event.seq >= $2
       AND (cardinality(webhook.event_types) = 0 OR event.type = ANY (webhook.event_types))
     ON CONFLICT (webhook_id, event_seq) DO UPDATE SET ${ANEW}`,
    [webhookId, seq],
  );
  return rowCount ?? 0;
};
