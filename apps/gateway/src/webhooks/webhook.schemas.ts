import { z } from 'zod';
import { WEBHOOK_EVENT_TYPES } from '#libs/services';

const INSTANT = z.iso.datetime();
const EVENT_TYPE = z.enum(WEBHOOK_EVENT_TYPES as [string, ...string[]]);
const CURSOR = /^\d{1,18}$/;
const STATE = z.enum(['pending', 'delivered', 'dead']);

/** What makes a webhook. */
export const WEBHOOK_OPENING = z
  .strictObject({
    url: z.string().min(1).max(2_000).describe('Where changes are sent: https, a public address, no credentials'),
    event_types: z
      .array(EVENT_TYPE)
      .max(WEBHOOK_EVENT_TYPES.length)
      .nullish()
      .describe('Which changes; all where it is left out or empty'),
  })
  .meta({ id: 'WebhookOpening' });

/** From which event on a webhook is told again. */
export const REPLAY = z
  .strictObject({
    from: z
      .string()
      .regex(/^(\d{1,18}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
      .describe('Id of an event (the header webhook-id), or a cursor of the deliveries; included'),
  })
  .meta({ id: 'WebhookReplay' });

/** Which deliveries are listed. */
export const DELIVERY_QUERY = z.strictObject({
  state: STATE.optional(),
  before: z.string().regex(CURSOR).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const WEBHOOK_MEMBERS = {
  id: z.uuid(),
  url: z.string(),
  event_types: z.array(EVENT_TYPE).describe('Empty: all'),
  created_at: INSTANT,
  disabled_at: INSTANT.nullable().describe('Since when nothing is sent: the receiver answered 410'),
};

export const WEBHOOK = z.strictObject(WEBHOOK_MEMBERS).meta({ id: 'Webhook' });

/** A webhook with what its deliveries are signed with. The only answer that ever holds it. */
export const NEW_WEBHOOK = z
  .strictObject({ ...WEBHOOK_MEMBERS, secret: z.string().describe('whsec_…: shown this once') })
  .meta({ id: 'NewWebhook' });

export const WEBHOOK_LIST = z.strictObject({ webhooks: z.array(WEBHOOK) }).meta({ id: 'WebhookList' });

const DELIVERY = z
  .strictObject({
    id: z.uuid().describe('Id of the event: the header webhook-id'),
    cursor: z.string().regex(CURSOR),
    type: EVENT_TYPE,
    at: INSTANT,
    aid_request_id: z.uuid(),
    version: z.int(),
    status: z.string(),
    state: STATE,
    attempts: z.int(),
    next_attempt_at: INSTANT.nullable(),
    last_attempt_at: INSTANT.nullable(),
    last_http_status: z.int().nullable(),
    last_problem: z.string().nullable().describe('A code that `passerelle explain` knows'),
  })
  .meta({ id: 'WebhookDelivery' });

export const DELIVERY_LIST = z
  .strictObject({ deliveries: z.array(DELIVERY), next: z.string().regex(CURSOR).nullable() })
  .meta({ id: 'WebhookDeliveryList' });

/** How many events are on their way now. */
export const REPLAYED = z.strictObject({ events: z.int() }).meta({ id: 'WebhookReplayed' });

export type WebhookOpening = z.infer<typeof WEBHOOK_OPENING>;
export type Replay = z.infer<typeof REPLAY>;
export type DeliveryQuery = z.infer<typeof DELIVERY_QUERY>;
export type WebhookView = z.infer<typeof WEBHOOK>;
export type DeliveryView = z.infer<typeof DELIVERY>;
export type WebhookListView = z.infer<typeof WEBHOOK_LIST>;
export type DeliveryListView = z.infer<typeof DELIVERY_LIST>;
