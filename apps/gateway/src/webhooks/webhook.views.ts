import type { Delivery, Webhook } from '#libs/store';
import type { DeliveryView, WebhookView } from './webhook.schemas.js';

/** What its owner sees of a webhook: neither secrets nor who made it. */
export const webhookView = ({ id, url, eventTypes, createdAt, disabledAt }: Webhook): WebhookView => ({
  id,
  url,
  event_types: [...eventTypes],
  created_at: createdAt,
  disabled_at: disabledAt,
});

/** What its owner sees of a delivery: nothing of what the receiver answered but its status. */
export const deliveryView = (delivery: Delivery): DeliveryView => ({
  id: delivery.eventId,
  cursor: delivery.seq,
  type: delivery.type,
  at: delivery.at,
  aid_request_id: delivery.aidRequestId,
  version: delivery.version,
  status: delivery.status,
  state: delivery.state,
  attempts: delivery.attempts,
  next_attempt_at: delivery.dueAt,
  last_attempt_at: delivery.lastAt,
  last_http_status: delivery.lastStatus,
  last_problem: delivery.lastProblem,
});
