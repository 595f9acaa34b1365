import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { openSecrets, SecretBox, showSecret } from './secret-box.js';
import { signWebhook } from './sign-webhook.js';

const WEBHOOK = '7e5ab7a4-3f5e-4b8e-9b2c-0d6f3a1c2b4d';
const delivery = {
  webhookId: WEBHOOK,
  eventId: '0b7c3b0e-8f5a-4a55-8a3d-1f2e3d4c5b6a',
  seq: '7',
  token: '1',
  url: 'https://example.org/',
  type: 'aid_request.granted',
  at: '2026-11-22T08:00:00.000Z',
  aidRequestId: '5f0c1de2-3b4a-4c5d-8e6f-7a8b9c0d1e2f',
  version: 4,
  status: 'granted',
  attempts: 0,
};
const box = new SecretBox(randomBytes(32));

test('the reference library verifies what is signed, by each secret that holds', () => {
  const secrets = [box.make(WEBHOOK), box.make(WEBHOOK)];
  const { headers, body } = signWebhook(delivery, secrets, Date.now());
  expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
  for (const secret of secrets) {
    expect(new Webhook(showSecret(secret)).verify(body, { ...headers })).toEqual({
      type: 'aid_request.granted',
      timestamp: '2026-11-22T08:00:00.000Z',
      data: { aid_request_id: delivery.aidRequestId, version: 4, status: 'granted' },
    });
  }
});

test('it refuses another secret, another body, another id and another time', () => {
  const secret = box.make(WEBHOOK);
  const { headers, body } = signWebhook(delivery, [secret], Date.now());
  const judge = new Webhook(showSecret(secret));
  const other = new Webhook(showSecret(box.make(WEBHOOK)));
  expect(() => other.verify(body, { ...headers })).toThrow();
  expect(() => judge.verify(body.replace('4', '5'), { ...headers })).toThrow();
  expect(() => judge.verify(body, { ...headers, 'webhook-id': WEBHOOK })).toThrow();
  const late = signWebhook(delivery, [secret], Date.now() - 600_000);
  expect(() => judge.verify(late.body, { ...late.headers })).toThrow();
});

test('a sealed secret opens for its webhook and its id alone, under its key alone, unchanged alone', () => {
  const secret = box.make(WEBHOOK);
  const sealed = box.seal(secret);
  expect(box.open(sealed)).toEqual(secret);
  expect(sealed.sealed.includes(secret.bytes)).toBe(false);
  expect(openSecrets(new SecretBox(randomBytes(32)), [sealed])).toBeNull();
  expect(openSecrets(box, [sealed, { ...sealed, webhookId: delivery.eventId }])).toBeNull();
  expect(openSecrets(box, [{ ...sealed, id: delivery.eventId }])).toBeNull();
  fc.assert(
    fc.property(fc.nat(59), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = Buffer.from(sealed.sealed);
      changed[at]! ^= flip;
      expect(openSecrets(box, [{ ...sealed, sealed: changed }])).toBeNull();
    }),
  );
});
