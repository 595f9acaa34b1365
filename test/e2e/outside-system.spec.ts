import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { ProblemError, type Told } from '../../clients/typescript/src/index.js';
import { COORDIN, PERSON, PLANTED, RightsWorld, TIPI } from '../medium/rights/rights-world.js';
import { type Received, Receiver } from '../medium/webhooks/receiver.js';
import { AidRequestSystem } from '../support/aid-request-system.js';
import { allowLoopbackHooks, copyConfig } from '../support/config-copy.js';
import { killServing, type Serving, serve, until, untilReady } from '../support/serving.js';
import { passerelle } from '../support/spawn-cli.js';

const [NAME, GIVEN] = PLANTED;
/** The person of the two records that the exports hold, as an aid-request system would say it at its counter. */
let identity: { readonly name: string; readonly given_name: string; readonly birth_date: string };
let folder: string;
let world: RightsWorld;
let gateway: Serving;
let receiver: Receiver;
let system: AidRequestSystem;
let secret: string;
let person: string;
/** The request that is paid, and the one that is refused and appealed. */
let paid: string;
let refused: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-outside-'));
  const config = await copyConfig(join(folder, 'config'));
  await allowLoopbackHooks(config);
  world = await RightsWorld.open({ PASSERELLE_CONFIG: config }, 1);
  await world.load(0);
  await world.link();
  const [born] = await world.installation.rows<{ day: string }>(
    'SELECT birth_date::text AS day FROM passerelle.source_person WHERE source_key = $1 AND usage_name = $2',
    [COORDIN, NAME],
  );
  identity = { name: NAME, given_name: GIVEN, birth_date: born?.day ?? '' };
  const { environment } = world.installation;
  receiver = await Receiver.open();
  gateway = await serve('gateway', environment);
  await untilReady(gateway);
  system = await AidRequestSystem.register(gateway, environment, 'aid_instruction');
}, 120_000);
afterAll(async () => {
  killServing();
  receiver.close();
  await world.close();
  await rm(folder, { recursive: true });
});

const client = () => system.client;
/** What a refusal says; every one is a problem document, or its code would be `unknown`. */
const refusal = async (call: Promise<unknown>): Promise<readonly [status: number, code: string]> => {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemError)) throw new Error('it was not refused', { cause: error });
  return [error.status, error.code];
};
const problem = async (answer: Response): Promise<readonly [status: number, code: unknown]> => {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const { status, code } = (await answer.json()) as { status: number; code: string };
  expect(status).toBe(answer.status);
  return [status, code];
};
const etag = ({ etag: tag }: Pick<Told<'openAidRequest'>, 'etag'>): string => tag ?? '';

test('a person is found by identity and read; the tag spares the second answer', async () => {
  const { data: found } = await client().call('searchPerson', { body: identity });
  expect(found).toEqual({ result: 'match', person_id: expect.any(String) });
  person = 'person_id' in found ? (found.person_id ?? '') : '';
  const read = await client().call('readPerson', { path: { id: person } });
  expect(read.data).toMatchObject({ person_id: person, purpose: 'aid_instruction', side: 'legacy' });
  expect(read.data.fields['birth_name']).toMatchObject({ status: 'known', value: NAME });
  const again = await system.bare('GET', `persons/${person}`, { headers: { 'if-none-match': etag(read) } });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag(read)]);
  const stranger = { ...identity, name: 'Abelinette' };
  expect((await client().call('searchPerson', { body: stranger })).data).toEqual({ result: 'none' });
});

test('the single form says what is filled and from where, what is missing, and how much of it there is', async () => {
  const { data: form } = await client().call('readSingleForm', { path: { id: person }, query: { aid: 'housing' } });
  const named = (state: string): string[] => form.fields.flatMap((one) => (one.state === state ? [one.name] : []));
  const [filled, unknown] = [named('filled'), named('unknown')];
  expect(filled).toEqual(expect.arrayContaining(['birth_name', 'given_names', 'birth_date']));
  expect(form.missing.map(({ name }) => name)).toEqual(unknown);
  expect(form.filled_share).toBeCloseTo(filled.length / (filled.length + unknown.length), 2);
  for (const { state, known } of form.fields) {
    if (state === 'filled') expect(known).toMatchObject({ status: 'known', source: { site: 'psa-07' } });
  }
});

test('a webhook is registered, and a request is opened once for its key', async () => {
  const made = await client().call('openWebhook', { body: { url: receiver.url } });
  ({ secret } = made.data);
  // The first two deliveries about each request fail.
  receiver.answer = ({ aidRequestId }) =>
    receiver.received.filter((one) => one.aidRequestId === aidRequestId).length > 2 ? 200 : 500;

  const key = randomUUID();
  const body = { kind: 'housing', person_id: person, amount_cents: 45_000 };
  const opened = await client().call('openAidRequest', { body, idempotencyKey: key });
  expect([opened.status, opened.data.status, etag(opened)]).toEqual([201, 'draft', '"1"']);
  paid = opened.data.id;
  const again = await client().call('openAidRequest', { body, idempotencyKey: key });
  expect([again.status, again.data, again.etag]).toEqual([201, opened.data, opened.etag]);
  const other = { ...body, amount_cents: 1 };
  expect(await refusal(client().call('openAidRequest', { body: other, idempotencyKey: key }))).toEqual([
    422,
    'idempotency.other-request',
  ]);
  expect(await problem(await system.bare('POST', 'aid-requests', { body }))).toEqual([400, 'idempotency.key-missing']);
});

test('it goes from the draft to the payment, each step by the version that was seen', async () => {
  const path = { id: paid };
  expect(await refusal(client().call('moveAidRequest', { path, body: { to: 'submitted' } }))).toEqual([
    428,
    'version.missing',
  ]);
  const moves = [
    { to: 'submitted' },
    { to: 'in_review' },
    { to: 'adjourned', waiting_for: ['invoice'], until: '2099-01-31' },
    { to: 'in_review' },
    { to: 'partly_granted', amount_cents: 30_000, reason: 'budget' },
    { to: 'paid', amount_cents: 30_000, paid_on: '2026-11-22' },
  ] as const;
  let version = '"1"';
  for (const body of moves) {
    const moved = await client().call('moveAidRequest', { path, body, ifMatch: version });
    expect(moved.data.status).toBe(body.to);
    expect(await refusal(client().call('moveAidRequest', { path, body, ifMatch: version }))).toEqual([
      412,
      'version.stale',
    ]);
    version = etag(moved);
  }
  const { data } = await client().call('readAidRequest', { path });
  expect(data).toMatchObject({ status: 'paid', version: 7, paid_cents: 30_000, paid_on: '2026-11-22' });
  // A grant in part stays open to an appeal.
  expect(data.allowed).toEqual(['appealed']);
  expect(data.history.map(({ status }) => status)).toEqual(['draft', ...moves.map(({ to }) => to)]);
  expect(data.history[3]).toMatchObject({ waiting_for: ['invoice'], waiting_until: '2099-01-31' });
});

test('another one is refused with a reason and the way to appeal, and appealed', async () => {
  const opened = await client().call('openAidRequest', { body: { kind: 'energy', person_id: person } });
  const path = { id: opened.data.id };
  refused = path.id;
  const submitted = await client().call('moveAidRequest', { path, body: { to: 'submitted' }, ifMatch: etag(opened) });
  const decision = { to: 'refused', reason: 'otherAid' } as const;
  const silent = client().call('moveAidRequest', { path, body: { to: 'refused' }, ifMatch: etag(submitted) });
  expect(await refusal(silent)).toEqual([422, 'aid-request.detail-missing']);
  const told = await client().call('moveAidRequest', { path, body: decision, ifMatch: etag(submitted) });
  expect(told.data).toMatchObject({ status: 'refused', reason: 'otherAid', allowed: ['appealed'] });
  expect(told.data.appeal).toMatchObject({
    until: expect.any(String),
    way: { fr: expect.stringContaining('tribunal') },
  });
  const appealed = await client().call('moveAidRequest', { path, body: { to: 'appealed' }, ifMatch: etag(told) });
  expect(appealed.data).toMatchObject({ status: 'appealed', version: 4 });
});

test('the receiver hears of every change: signed, in order for each request, and nothing of a person', async () => {
  const stories = {
    [paid]: ['draft', 'submitted', 'in_review', 'adjourned', 'in_review', 'partly_granted', 'paid'],
    [refused]: ['draft', 'submitted', 'refused', 'appealed'],
  };
  const taken = (): Received[] => receiver.received.filter(({ status }) => status === 200);
  await until(async () => {
    // Nobody waits out the pause before the third attempt here.
    await world.installation.rows(
      `UPDATE passerelle.webhook_delivery SET due_at = clock_timestamp()
       WHERE state = 'pending' AND due_at > clock_timestamp() AND lease_until IS NULL`,
    );
    return taken().length === 11;
  });
  const told: Record<string, string[]> = {};
  for (const { headers, body, version } of taken()) {
    const event = new Webhook(secret).verify(body, headers) as {
      readonly type: string;
      readonly data: { readonly aid_request_id: string; readonly status: string };
    };
    const { aid_request_id: id, status } = event.data;
    expect(event.type).toBe(`aid_request.${status}`);
    (told[id] ??= []).push(status);
    expect(version).toBe(told[id].length);
    expect(Object.keys(event).sort()).toEqual(['data', 'timestamp', 'type']);
    expect(Object.keys(event.data).sort()).toEqual(['aid_request_id', 'status', 'version']);
  }
  expect(told).toEqual(stories);
  const failed = receiver.received.filter(({ status }) => status === 500);
  const stubborn = failed.map(({ aidRequestId, version }) => `${aidRequestId} ${String(version)}`);
  expect(stubborn.sort()).toEqual([paid, paid, refused, refused].map((id) => `${id} 1`).sort());
  const said = receiver.received.map(({ body, headers }) => `${body} ${JSON.stringify(headers)}`).join('\n');
  for (const value of [...PLANTED, person, identity.birth_date]) expect(said).not.toContain(value);
});

test('the history of the person holds what was asked here and what the imports brought', async () => {
  const { data } = await client().call('listAidsOfPerson', { path: { id: person }, query: { limit: 100 } });
  const here = data.aids.filter(({ origin }) => origin === 'gateway');
  expect(new Map(here.map(({ id, status }) => [id, status]))).toEqual(
    new Map([
      [refused, 'appealed'],
      [paid, 'paid'],
    ]),
  );
  expect(data.aids.filter(({ origin }) => origin === 'tipi').length).toBeGreaterThan(0);
  const days = data.aids.map(({ requested_on }) => requested_on ?? '');
  expect(days).toEqual([...days].sort().reverse());
});

test('what the token was not made for is refused, whatever it asks', async () => {
  expect(await refusal(client().call('listStatistics', {}))).toEqual([403, 'access.scope']);
  expect(await refusal(client().call('readOwnReport', { path: { id: person } }))).toEqual([403, 'access.scope']);
  const purpose = await system.bare('GET', `persons/${person}`, { headers: { 'x-purpose': 'data_protection' } });
  expect(await problem(purpose)).toEqual([403, 'access.purpose']);
  const nobody = await system.bare('GET', `persons/${person}`, { headers: { authorization: 'Bearer psl_none' } });
  expect((await problem(nobody))[0]).toBe(401);
});

test('the trail is whole and says who was read and what for; the gateway ends in order', async () => {
  const { environment } = world.installation;
  const listed = await passerelle(`audit list --json --person ${PERSON}`, environment);
  expect(listed.code).toBe(0);
  const entries = listed.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  const actions = new Set(entries.map(({ action }) => action));
  for (const action of ['persons.search', 'persons.read', 'forms.read', 'aid-request.open', 'aid-request.move']) {
    expect([...actions]).toContain(action);
  }
  for (const { action, recipient, purpose } of entries.filter((one) => one['action'] === 'persons.read')) {
    expect([action, recipient, purpose]).toEqual(['persons.read', '21750001600019', 'aid_instruction']);
  }
  const { code, ms, stderr } = await gateway.stop();
  expect([code, ms < 10_000]).toEqual([0, true]);
  for (const value of [NAME, GIVEN, TIPI, identity.birth_date, secret, 'psl_']) expect(stderr).not.toContain(value);
  const verified = await passerelle('audit verify --json', environment);
  expect([verified.code, JSON.parse(verified.stdout)]).toEqual([0, expect.objectContaining({ whole: true })]);
});
