import { patientFetch } from '../../support/patient-fetch.js';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { createLogger, loadSettings } from '#libs/runtime';
import { createToken } from '#libs/store';
import { type Gateway, startGateway } from '../../../apps/gateway/src/gateway.js';
import { until } from '../../../libs/queue/test/until.js';
import { aidRequest, SIRET, WebhookStore } from '../../../libs/store/src/webhooks/testing/webhook-store.js';
import { copyConfig } from '../../support/config-copy.js';
import { Receiver } from './receiver.js';

const folder = mkdtempSync(join(tmpdir(), 'webhooks-'));
let store: WebhookStore;
let receiver: Receiver;
let gateway: Gateway;
let bearer: string;
let foreign: string;
let log = '';

beforeAll(async () => {
  store = await WebhookStore.open();
  receiver = await Receiver.open();
  const config = await copyConfig(join(folder, 'config'));
  const rules = join(config, 'gateway.yml');
  const text = readFileSync(rules, 'utf8')
    .replace('allow: []', 'allow: [127.0.0.1]')
    .replace('http: false', 'http: true');
  writeFileSync(rules, text);
  const environment = { PASSERELLE_HOME: join(folder, 'home'), PASSERELLE_CONFIG: config, DATABASE_URL: store.url };
  const write = (line: string): void => void (log += line);
  const logger = createLogger({ logLevel: 'debug' }, { write });
  gateway = await startGateway({ host: '127.0.0.1', port: 0, opsPort: 0 }, loadSettings(environment), logger);
  bearer = await token(SIRET);
  foreign = await token('11111111111111');
});
afterAll(async () => {
  await gateway.stop();
  receiver.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const token = async (recipient: string): Promise<string> => {
  const made = await store.database.transaction((client) =>
    createToken(client, {
      client: 'aides-ville',
      purposes: ['aid_instruction'],
      scopes: ['aid-requests:write', 'webhooks:write'],
      recipient,
      sites: 'all',
      networks: [],
      expiresAt: null,
    }),
  );
  return made.bearer;
};

interface Asked {
  readonly as?: string;
  readonly siret?: string;
  readonly key?: string;
  readonly body?: object;
}

const ask = async (method: string, path: string, { as = bearer, siret = SIRET, key, body }: Asked = {}) => {
  const answer = await patientFetch(`http://127.0.0.1:${String(gateway.port)}/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${as}`,
      'x-purpose': 'aid_instruction',
      'x-recipient': siret,
      ...(method === 'POST' ? { 'idempotency-key': key ?? randomUUID() } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? null : (JSON.parse(text) as Record<string, unknown>) };
};
const theirs = { as: '', siret: '11111111111111' };

test('a change of an aid request reaches the webhook of its body, and the log of deliveries says so', async () => {
  const key = randomUUID();
  const opening = { url: receiver.url };
  const made = await ask('POST', 'webhooks', { key, body: opening });
  expect(made.status).toBe(201);
  const { id, secret } = made.json as { id: string; secret: string };
  // The same request again gets the same secret; the store holds it nowhere in the open.
  expect((await ask('POST', 'webhooks', { key, body: opening })).json).toEqual(made.json);
  const kept = await store.database.query<{ body: string }>('SELECT body FROM passerelle.kept_answer');
  expect(kept.map(({ body }) => body).join('')).not.toContain(secret.slice('whsec_'.length));
  expect((await ask('GET', `webhooks/${id}`)).json).not.toHaveProperty('secret');

  const opened = await ask('POST', 'aid-requests', { body: { kind: 'food', paper_reference: 'PLANTED-4711' } });
  expect(opened.status).toBe(201);
  await until('told', () => receiver.taken().length === 1);
  const [told] = receiver.received;
  expect(new Webhook(secret).verify(told!.body, told!.headers)).toMatchObject({
    type: 'aid_request.draft',
    data: { aid_request_id: opened.json?.['id'], version: 1, status: 'draft' },
  });
  expect(told!.body).not.toContain('PLANTED');
  const deliveries = async () => (await ask('GET', `webhooks/${id}/deliveries?state=delivered&limit=1`)).json;
  await until('noted', async () => ((await deliveries()) as { deliveries: object[] }).deliveries.length === 1);
  expect(await deliveries()).toMatchObject({
    deliveries: [
      { id: told!.headers['webhook-id'], version: 1, state: 'delivered', attempts: 1, last_http_status: 204 },
    ],
    next: null,
  });
});

test('a secret is renewed, an event replayed, a webhook deleted; each is in the trail', async () => {
  const made = await ask('POST', 'webhooks', { body: { url: receiver.url, event_types: ['aid_request.submitted'] } });
  const id = made.json?.['id'] as string;
  const renewed = await ask('POST', `webhooks/${id}/secret`);
  expect(renewed.status).toBe(200);
  expect(renewed.json?.['secret']).toMatch(/^whsec_/);
  expect(renewed.json?.['secret']).not.toBe(made.json?.['secret']);
  const [event] = await store.change(77, 1);
  await until('told', () => receiver.taken().includes('77/1'));
  const before = receiver.taken().length;
  expect(await ask('POST', `webhooks/${id}/replay`, { body: { from: event } })).toMatchObject({
    status: 202,
    json: { events: 1 },
  });
  await until('told again', () => receiver.taken().length > before);
  await until('delivered', async () => (await store.states(id))['77/1'] === 'delivered');
  expect(await ask('POST', `webhooks/${id}/deliveries/${event!}/retry`)).toMatchObject({
    status: 409,
    json: { code: 'webhook.not-dead' },
  });
  expect((await ask('DELETE', `webhooks/${id}`)).status).toBe(204);
  expect((await ask('GET', `webhooks/${id}`)).status).toBe(404);
  const actions = await store.database.query<{ action: string }>(
    'SELECT action FROM passerelle.audit_entry WHERE incident = $1 ORDER BY seq',
    [`webhook/${id}`],
  );
  expect(actions.map(({ action }) => action)).toEqual([
    'webhook.create',
    'webhook.rotate',
    'webhook.replay',
    'webhook.delete',
  ]);
});

test('another body neither sees a webhook nor touches it', async () => {
  const made = await ask('POST', 'webhooks', { body: { url: receiver.url } });
  const id = made.json?.['id'] as string;
  const other = { ...theirs, as: foreign };
  expect((await ask('GET', 'webhooks', other)).json).toEqual({ webhooks: [] });
  for (const [method, path, body] of [
    ['GET', `webhooks/${id}`, undefined],
    ['GET', `webhooks/${id}/deliveries`, undefined],
    ['DELETE', `webhooks/${id}`, undefined],
    ['POST', `webhooks/${id}/secret`, undefined],
    ['POST', `webhooks/${id}/replay`, { from: '0' }],
    ['POST', `webhooks/${id}/deliveries/${aidRequest(1)}/retry`, undefined],
  ] as const) {
    const answer = await ask(method, path, { ...other, ...(body === undefined ? {} : { body }) });
    expect([method, path, answer.status, answer.json?.['code']]).toEqual([method, path, 404, 'webhook.unknown']);
  }
  expect((await ask('GET', `webhooks/${id}`)).status).toBe(200);
  await ask('DELETE', `webhooks/${id}`);
});

test.each([
  [{ url: 'https://10.0.0.1/' }, 422, 'webhook.url-address'],
  [{ url: 'https://PLANTED:secret@example.org/' }, 422, 'webhook.url-credentials'],
  [{ url: 'gopher://example.org/' }, 422, 'webhook.url-scheme'],
  [{ url: 'PLANTED' }, 422, 'webhook.url'],
  [{ url: 'https://example.org/', event_types: ['PLANTED'] }, 422, 'request.invalid'],
  [{ url: 'https://example.org/', PLANTED: 1 }, 422, 'request.invalid'],
])('%p is refused, and the answer repeats nothing of it', async (body, status, code) => {
  const answer = await ask('POST', 'webhooks', { body });
  expect([answer.status, answer.json?.['code']]).toEqual([status, code]);
  expect(JSON.stringify(answer.json)).not.toContain('PLANTED');
  expect(log).not.toContain('PLANTED');
});
