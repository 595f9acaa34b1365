import type { Client } from '../connection/database.js';
import { passOutboxGate } from './outbox-gate.js';
import type { NewOutboxEvent, OutboxPlace } from './outbox-event.js';

/**
 * The event, and a delivery for each webhook that wants it, in one statement. `FOR KEY SHARE`: a webhook that somebody deletes
 * at this moment is left out; without it the foreign key would fail the change of the aid request.
 * $1 aid request, $2 version, $3 type, $4 status, $5 recipient.
 */
const APPEND = `
  WITH event AS (
    INSERT INTO passerelle.outbox_event (aid_request_id, version, type, status, recipient)
    VALUES ($1, $2, $3, $4, $5) RETURNING seq, id, aid_request_id, version
  ), fan_out AS (
    INSERT INTO passerelle.webhook_delivery (webhook_id, event_seq, aid_request_id, version)
    SELECT wanting.id, event.seq, event.aid_request_id, event.version
    FROM event, (
      SELECT webhook.id FROM passerelle.webhook
      WHERE webhook.recipient = $5::char(14) AND webhook.disabled_at IS NULL
        AND (cardinality(webhook.event_types) = 0 OR $3::varchar = ANY (webhook.event_types))
      FOR KEY SHARE
    ) AS wanting
  )
  SELECT id, seq::text AS seq FROM event`;

/**
 * Puts a change into the outbox, in the transaction of the change: both are committed or neither is (invariant 24).
 *
 * Numbers of a sequence are handed out before commits, and commits come in any order: a reader that remembers how far it has come
 * would step over an event whose transaction commits late. So nobody reads the outbox by a cursor. Each event brings its own
 * deliveries with it, which are there as soon as the event is, and only what is not delivered is ever asked for.
 *
 * For one aid request the caller holds its row (optimistic locking), so its versions commit in their order.
 * @throws the driver's error 23505 where the aid request has an event of that version
 */
export const appendOutbox = async (client: Client, event: NewOutboxEvent): Promise<OutboxPlace> => {
  // A statement of its own: the next one must see what was committed while this one waited (see waitForAppends).
  await passOutboxGate(client);
  const values = [event.aidRequestId, event.version, event.type, event.status, event.recipient];
  const { rows } = await client.query<OutboxPlace>({ name: 'append-outbox', text: APPEND, values });
  const [place] = rows;
  if (place === undefined) throw new Error('an insert that returns its row returned none');
  return place;
};

/** Takes the events of aid requests, with their deliveries: part of an erasure. @returns how many events */
export const forgetOutbox = async (client: Client, aidRequestIds: readonly string[]): Promise<number> =>
  (await client.query('DELETE FROM passerelle.outbox_event WHERE aid_request_id = ANY ($1::uuid[])', [aidRequestIds]))
    .rowCount ?? 0;

/**
 * Takes up to a thousand events that are older than some days and wait for nobody, with the log of their deliveries.
 * @returns how many; call again while there are any
 */
export const pruneOutbox = async (client: Client, days: number): Promise<number> =>
  (
    await client.query(
      `DELETE FROM passerelle.outbox_event WHERE seq IN (
         SELECT event.seq FROM passerelle.outbox_event AS event
         WHERE event.at < clock_timestamp() - make_interval(days => $1) AND NOT EXISTS (
           SELECT FROM passerelle.webhook_delivery AS delivery JOIN passerelle.webhook ON webhook.id = delivery.webhook_id
           WHERE delivery.event_seq = event.seq AND delivery.state = 'pending' AND webhook.disabled_at IS NULL)
         ORDER BY event.at LIMIT 1000)`,
      [days],
    )
  ).rowCount ?? 0;

/** The place of an event of a recipient; null where it has none of that id (or no longer). */
export const findOutboxPlace = async (client: Client, recipient: string, id: string): Promise<OutboxPlace | null> =>
  (
    await client.query<OutboxPlace>(
      'SELECT id, seq::text AS seq FROM passerelle.outbox_event WHERE id = $1 AND recipient = $2',
      [id, recipient],
    )
  ).rows[0] ?? null;
