import { EXIT, TeachingError } from '#libs/domain';
import {
  BARE_ENTRY,
  type AuditEntry,
  type Client,
  deleteWebhook,
  findOutboxPlace,
  findWebhook,
  insertWebhook,
  replayOutbox,
  retryDelivery,
  rotateSecret,
  type SealedSecret,
  type Webhook,
} from '#libs/store';
import { AID_REQUEST_STATUSES } from '../aid-requests/workflow.js';
import type { WebhookRules } from './address-rules.js';
import type { SecretBox } from './secret-box.js';
import { readWebhookUrl } from './webhook-url.js';

/** What webhooks are made with. */
export interface WebhookDesk {
  readonly box: SecretBox;
  readonly rules: WebhookRules;
}

/** Who asks: a body, by one of its clients. Sees and changes only the webhooks of that body. */
export interface WebhookOwner {
  readonly grant: string;
  /** SIRET. */
  readonly recipient: string;
  /** For the trail. */
  readonly purpose: string;
}

/** One for each status that an aid request can take. */
export const WEBHOOK_EVENT_TYPES: readonly string[] = AID_REQUEST_STATUSES.map((status) => `aid_request.${status}`);

/** How many webhooks one body may have. */
const MOST_WEBHOOKS = 20;
/** How long the secret before signs along after a rotation, and how many may. */
const ROTATION = { hours: 24, most: 5 };
/** A place in the outbox, in decimal. */
const CURSOR = /^\d{1,18}$/;
const EVENT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A webhook with the secret that is told once. Sealed: whoever tells it opens it at the last moment. */
export interface MadeWebhook {
  readonly webhook: Webhook;
  readonly secret: SealedSecret;
  readonly entries: readonly AuditEntry[];
}

/**
 * Makes a webhook. From the commit on, each change of an aid request of its body is on its way to it.
 * @throws TeachingError of `readWebhookUrl`, `webhook.event-type`, `webhook.too-many`
 */
export const makeWebhook = async (
  { box, rules }: WebhookDesk,
  client: Client,
  { grant, recipient, purpose }: WebhookOwner,
  wish: { readonly url: string; readonly eventTypes: readonly string[] },
): Promise<MadeWebhook> => {
  const url = readWebhookUrl(wish.url, rules).href;
  if (!wish.eventTypes.every((type) => WEBHOOK_EVENT_TYPES.includes(type))) throw refused('webhook.event-type');
  const eventTypes = [...new Set(wish.eventTypes)];
  const webhook = await insertWebhook(client, { grant, recipient, url, eventTypes }, MOST_WEBHOOKS);
  if (webhook === null) throw refused('webhook.too-many');
  const secret = box.seal(box.make(webhook.id));
  await rotateSecret(client, secret, ROTATION);
  return { webhook, secret, entries: [entryOf('webhook.create', webhook.id, { grant, recipient, purpose })] };
};

/**
 * Makes a new secret; the one before signs along for a day.
 * @returns null where the body has no such webhook
 * @throws TeachingError `webhook.rotated-often`
 */
export const renewSecret = async (
  { box }: WebhookDesk,
  client: Client,
  owner: WebhookOwner,
  id: string,
): Promise<MadeWebhook | null> => {
  const webhook = await findWebhook(client, owner.recipient, id);
  if (webhook === null) return null;
  const secret = box.seal(box.make(id));
  if (!(await rotateSecret(client, secret, ROTATION))) throw refused('webhook.rotated-often');
  return { webhook, secret, entries: [entryOf('webhook.rotate', id, owner)] };
};

/** @returns what the trail is told; null where the body has no such webhook */
export const removeWebhook = async (
  client: Client,
  owner: WebhookOwner,
  id: string,
): Promise<readonly AuditEntry[] | null> =>
  (await deleteWebhook(client, owner.recipient, id)) ? [entryOf('webhook.delete', id, owner)] : null;

/**
 * Sends again what a webhook was, or would have been, told from an event on.
 * @param from the id of an event of the body, or a place in the outbox as the list of deliveries has it; included
 * @returns how many events are on their way; null where the body has no such webhook
 * @throws TeachingError `webhook.place-unknown`, `webhook.disabled`
 */
export const replayWebhook = async (
  client: Client,
  owner: WebhookOwner,
  id: string,
  from: string,
): Promise<{ readonly events: number; readonly entries: readonly AuditEntry[] } | null> => {
  if (!(await isEnabled(client, owner, id))) return null;
  const seq = CURSOR.test(from) ? from : await placeOf(client, owner.recipient, from);
  const events = await replayOutbox(client, id, seq);
  return { events, entries: [entryOf('webhook.replay', id, owner, [`events=${String(events)}`])] };
};

/**
 * Tries a dead delivery again, from the first attempt on.
 * @returns null where the body has no such webhook, or the webhook no such delivery
 * @throws TeachingError `webhook.not-dead`, `webhook.disabled`
 */
export const retryDead = async (
  client: Client,
  owner: WebhookOwner,
  id: string,
  eventId: string,
): Promise<{ readonly entries: readonly AuditEntry[] } | null> => {
  if (!(await isEnabled(client, owner, id))) return null;
  const state = await retryDelivery(client, id, eventId);
  if (state !== null && state !== 'dead') throw refused('webhook.not-dead');
  return state === null ? null : { entries: [entryOf('webhook.retry', id, owner)] };
};

const isEnabled = async (client: Client, { recipient }: WebhookOwner, id: string): Promise<boolean> => {
  const webhook = await findWebhook(client, recipient, id);
  if (webhook !== null && webhook.disabledAt !== null) throw refused('webhook.disabled');
  return webhook !== null;
};

const placeOf = async (client: Client, recipient: string, id: string): Promise<string> => {
  const place = EVENT_ID.test(id) ? await findOutboxPlace(client, recipient, id) : null;
  if (place === null) throw refused('webhook.place-unknown');
  return place.seq;
};

const entryOf = (action: string, id: string, owner: WebhookOwner, detail: readonly string[] = []): AuditEntry => ({
  ...BARE_ENTRY,
  action,
  purpose: owner.purpose,
  recipient: owner.recipient,
  grant: owner.grant,
  incident: `webhook/${id}`,
  detail,
});

const refused = (code: string): TeachingError => new TeachingError(code, {}, { exitCode: EXIT.usage });
