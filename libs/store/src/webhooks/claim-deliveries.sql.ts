const FREE = '(delivery.lease_until IS NULL OR delivery.lease_until < clock_timestamp())';
const DUE = `delivery.state = 'pending' AND delivery.due_at <= clock_timestamp() AND ${FREE}`;

/** Webhooks that something may be due for, in any order, so that none is always the last. */
export const FIND_DUE_WEBHOOKS = `
  SELECT webhook.id FROM passerelle.webhook
  WHERE webhook.disabled_at IS NULL
    AND EXISTS (SELECT FROM passerelle.webhook_delivery AS delivery WHERE delivery.webhook_id = webhook.id AND ${DUE})
  ORDER BY random()`;

/**
 * Takes the right to claim from one webhook until the end of the transaction. Whoever finds it taken goes on to the next
 * webhook: the one who has it claims what is due. `NO KEY`: appends of events to the outbox do not wait for it.
 * $1 webhook.
 */
export const TAKE_WEBHOOK = `
  SELECT id FROM passerelle.webhook WHERE id = $1 AND disabled_at IS NULL FOR NO KEY UPDATE SKIP LOCKED`;

/**
 * Takes deliveries of one webhook that are due, free, and first in their aid request: no earlier version still waits. Runs alone
 * for the webhook (TAKE_WEBHOOK), so that what it counts and what it finds missing stays so.
 * $1 webhook, $2 seconds of the lease, $3 most to take, $4 most that may be under way to this webhook, from all processes.
 */
export const CLAIM_DELIVERIES = `
  UPDATE passerelle.webhook_delivery AS claimed SET
    lease_token = nextval('passerelle.lease_token'),
    lease_until = clock_timestamp() + make_interval(secs => $2)
  FROM passerelle.outbox_event AS event, passerelle.webhook
  WHERE event.seq = claimed.event_seq AND webhook.id = claimed.webhook_id AND claimed.webhook_id = $1
    AND claimed.event_seq = ANY (ARRAY (
      SELECT delivery.event_seq FROM passerelle.webhook_delivery AS delivery
      WHERE delivery.webhook_id = $1 AND ${DUE}
        AND NOT EXISTS (
          SELECT FROM passerelle.webhook_delivery AS earlier
          WHERE earlier.webhook_id = delivery.webhook_id AND earlier.aid_request_id = delivery.aid_request_id
            AND earlier.state = 'pending' AND earlier.version < delivery.version)
      ORDER BY delivery.due_at, delivery.event_seq
      LIMIT least($3::bigint, greatest(0, $4::bigint - (
        SELECT count(*) FROM passerelle.webhook_delivery AS busy
        WHERE busy.webhook_id = $1 AND busy.state = 'pending' AND busy.lease_until >= clock_timestamp())))))
  RETURNING claimed.webhook_id AS "webhookId", event.id AS "eventId", claimed.event_seq::text AS seq,
    claimed.lease_token::text AS token, webhook.url, event.type,
    to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
    event.aid_request_id AS "aidRequestId", event.version, event.status, claimed.attempts`;
