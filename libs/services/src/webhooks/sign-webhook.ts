import { createHmac } from 'node:crypto';
import type { ClaimedDelivery } from '#libs/store';
import type { WebhookSecret } from './secret-box.js';

/** A delivery as it goes over the wire. */
export interface WebhookMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a receiver is told: which aid request changed, not how or whose it is. It asks the gateway for the rest. */
const bodyOf = ({ type, at, aidRequestId, version, status }: ClaimedDelivery): string =>
  JSON.stringify({ type, timestamp: at, data: { aid_request_id: aidRequestId, version, status } });

/**
 * A delivery signed by Standard Webhooks 1.0: HMAC-SHA-256 over id, time and body, once for each secret that holds, the newest
 * first. The id is the event's: the same at each attempt, so that a receiver knows what it has seen.
 * @param now milliseconds since 1970
 */
export const signWebhook = (
  delivery: ClaimedDelivery,
  secrets: readonly WebhookSecret[],
  now: number,
): WebhookMessage => {
  const body = bodyOf(delivery);
  const timestamp = String(Math.floor(now / 1_000));
  const signed = `${delivery.eventId}.${timestamp}.${body}`;
  const signatures = secrets.map(({ bytes }) => `v1,${createHmac('sha256', bytes).update(signed).digest('base64')}`);
  return {
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'Passerelle-Webhooks',
      'webhook-id': delivery.eventId,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatures.join(' '),
    },
    body,
  };
};
