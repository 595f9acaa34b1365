import { DELIVERY_LIST, NEW_WEBHOOK, REPLAYED, WEBHOOK, WEBHOOK_LIST } from '../../webhooks/webhook.schemas.js';
import { AID_REQUEST_ID, EVENT_ID, WEBHOOK_ID } from '../examples.js';
import { changed, type Operations, told } from '../operation.js';

const AT = '2026-11-20T09:00:00.000Z';
const SHOWN = {
  id: WEBHOOK_ID,
  url: 'https://aides.ville.example/passerelle',
  event_types: [],
  created_at: AT,
  disabled_at: null,
};
const DELIVERY = {
  id: EVENT_ID,
  cursor: '42',
  type: 'aid_request.submitted',
  at: AT,
  aid_request_id: AID_REQUEST_ID,
  version: 2,
  status: 'submitted',
  state: 'delivered',
  attempts: 1,
  next_attempt_at: null,
  last_attempt_at: AT,
  last_http_status: 204,
  last_problem: null,
};

export const webhookOperations: Operations = {
  'WebhooksController.open': {
    id: 'openWebhook',
    summary: 'Be told of changes of the aid requests of one’s own body',
    example: { url: SHOWN.url },
    answers: {
      // The example holds no secret: scanners of repositories would take it for one.
      201: changed(NEW_WEBHOOK, 'The webhook, with its secret this once', { ...SHOWN, secret: 'whsec_…' }, [
        'Location',
      ]),
    },
  },
  'WebhooksController.list': {
    id: 'listWebhooks',
    summary: 'List the webhooks of one’s own body',
    answers: { 200: told(WEBHOOK_LIST, 'The webhooks', { webhooks: [SHOWN] }) },
  },
  'WebhooksController.read': {
    id: 'readWebhook',
    summary: 'Read a webhook',
    answers: { 200: told(WEBHOOK, 'The webhook', SHOWN) },
  },
  'WebhooksController.remove': {
    id: 'removeWebhook',
    summary: 'Delete a webhook',
    answers: { 204: { description: 'It is gone', schema: null } },
  },
  'WebhooksController.renew': {
    id: 'renewWebhookSecret',
    summary: 'Renew the secret of a webhook',
    description: 'Deliveries are signed with the old and the new secret for a day.',
    answers: {
      200: changed(NEW_WEBHOOK, 'The webhook, with its new secret this once', { ...SHOWN, secret: 'whsec_…' }),
    },
  },
  'WebhooksController.deliveries': {
    id: 'listWebhookDeliveries',
    summary: 'List the deliveries of a webhook, the newest first',
    answers: { 200: told(DELIVERY_LIST, 'A page of deliveries', { deliveries: [DELIVERY], next: null }) },
  },
  'WebhooksController.replay': {
    id: 'replayWebhook',
    summary: 'Be told again of all events from one on',
    example: { from: '42' },
    answers: { 202: changed(REPLAYED, 'How many events are on their way', { events: 3 }) },
  },
  'WebhooksController.retry': {
    id: 'retryWebhookDelivery',
    summary: 'Send a dead delivery again',
    answers: { 202: changed(REPLAYED, 'How many events are on their way', { events: 1 }) },
  },
};
