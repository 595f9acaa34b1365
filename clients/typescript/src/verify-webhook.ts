import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a webhook tells: which aid request changed and how far it is; never anything of a person. */
export interface WebhookEvent {
  readonly type: string;
  readonly timestamp: string;
  readonly data: { readonly aid_request_id: string; readonly version: number; readonly status: string };
}

/** A delivery older, or further ahead, than this is a replay. */
const TOLERANCE_SECONDS = 300;
const SIGNATURE = /^v1,(.+)$/;

/**
 * The event of a delivery, by Standard Webhooks.
 * @param secret `whsec_…`, as the webhook was made with it
 * @param headers with lower-case names
 * @param body as it came, before anything parsed it
 * @throws Error where the signature or the time does not hold
 */
export const verifyWebhook = (
  secret: string,
  headers: Readonly<Record<string, string | undefined>>,
  body: string,
  now: Date = new Date(),
): WebhookEvent => {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signatures } = headers;
  if (id === undefined || at === undefined || signatures === undefined) throw new Error('not a webhook');
  if (!(Math.abs(now.getTime() / 1_000 - Number(at)) <= TOLERANCE_SECONDS))
    throw new Error('a delivery of another time');
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest();
  const isSigned = signatures.split(' ').some((one) => {
    const given = Buffer.from(SIGNATURE.exec(one)?.[1] ?? '', 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isSigned) throw new Error('the signature does not hold');
  return JSON.parse(body) as WebhookEvent;
};
