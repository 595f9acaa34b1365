import { type Caller, GatewayGround } from '../../support/gateway-ground.js';

let ground: GatewayGround;
let carrier: Caller;
let decider: Caller;

beforeAll(async () => {
  ground = await GatewayGround.open();
  const purposes = ['aid_instruction'];
  carrier = await ground.caller({ purposes, scopes: ['aid-requests:write'] });
  decider = await ground.caller({ purposes, scopes: ['aid-requests:write', 'aid-requests:decide'] });
});
afterAll(() => ground.close());

const PAPER = { kind: 'food', paper_reference: 'PAP-2026-12' };
const opened = async (body: object = PAPER): Promise<string> => {
  const { status, json } = await ground.ask(carrier, 'POST', 'aid-requests', { body });
  expect(status).toBe(201);
  return String(json['id']);
};
const move = (caller: Caller, id: string, version: number, body: object) =>
  ground.ask(caller, 'POST', `aid-requests/${id}/transitions`, { match: `"${String(version)}"`, body });
const count = async (table: string): Promise<number> =>
  (await ground.installation.rows<{ n: number }>(`SELECT count(*)::int AS n FROM passerelle.${table}`))[0]!.n;

describe('the way of an aid request', () => {
  test('from a draft to the payment, with a paper that was waited for and an appeal', async () => {
    const id = await opened({ ...PAPER, amount_cents: 20_000 });
    const way: [Caller, object][] = [
      [carrier, { to: 'submitted' }],
      [carrier, { to: 'in_review' }],
      [decider, { to: 'adjourned', waiting_for: ['invoice'], until: '2099-01-31' }],
      [carrier, { to: 'in_review' }],
      [decider, { to: 'partly_granted', amount_cents: 15_000, reason: 'otherAid' }],
      [carrier, { to: 'appealed' }],
      [decider, { to: 'granted', amount_cents: 20_000 }],
      [decider, { to: 'paid', amount_cents: 20_000, paid_on: '2026-12-01' }],
    ];
    for (const [at, [caller, body]] of way.entries()) {
      const answer = await move(caller, id, at + 1, body);
      expect([answer.status, answer.json['version'], answer.headers.get('etag')]).toEqual([
        200,
        at + 2,
        `"${String(at + 2)}"`,
      ]);
    }
    const { json } = await ground.ask(carrier, 'GET', `aid-requests/${id}`);
    expect(json).toMatchObject({
      status: 'paid',
      paid_cents: 20_000,
      granted_cents: 20_000,
      paper_reference: 'PAP-2026-12',
    });
    expect(json['allowed']).toEqual([]);
    expect((await move(decider, id, 9, { to: 'refused', reason: 'budget' })).json['allowed']).toEqual([]);
    expect((json['history'] as { status: string }[]).map(({ status }) => status)).toEqual([
      'draft',
      ...way.map(([, body]) => (body as { to: string }).to),
    ]);
  });

  test('a refusal names a reason and the way to appeal', async () => {
    const id = await opened();
    await move(carrier, id, 1, { to: 'submitted' });
    expect((await move(decider, id, 2, { to: 'refused' })).json).toMatchObject({
      status: 422,
      code: 'aid-request.detail-missing',
      detail: 'The move does not say what it decides.',
      member: 'reason',
    });
    const { json } = await move(decider, id, 2, { to: 'refused', reason: 'budget' });
    expect(json).toMatchObject({ status: 'refused', reason: 'budget', appeal: { way: { fr: expect.any(String) } } });
  });

  test.each([
    ['a move that is none', { to: 'paid', amount_cents: 1 }, 409, 'aid-request.move'],
    ['a word that no list has', { to: 'refused', reason: 'becauseISaySo' }, 422, 'aid-request.word'],
    ['a member that is none', { to: 'submitted', comment: 'secret' }, 422, 'request.invalid'],
    ['a status that is none', { to: 'lost' }, 422, 'request.invalid'],
  ])('%s changes nothing', async (_story, body, status, code) => {
    const id = await opened();
    expect((await move(decider, id, 1, body)).json).toMatchObject({ status, code });
    expect((await ground.ask(decider, 'GET', `aid-requests/${id}`)).json['version']).toBe(1);
  });

  test('whoever carries a request does not decide on it', async () => {
    const id = await opened();
    await move(carrier, id, 1, { to: 'submitted' });
    const { json } = await move(carrier, id, 2, { to: 'granted', amount_cents: 1 });
    expect(json).toMatchObject({ status: 403, code: 'aid-request.scope', scope: 'aid-requests:decide' });
  });

  test('no optional field changes whether it is taken, or where it may go (invariant 20)', async () => {
    const bare = await opened({ kind: 'housing', paper_reference: 'PAP-1' });
    const full = await opened({
      kind: 'housing',
      paper_reference: 'PAP-2',
      amount_cents: 5,
      requested_on: '2026-11-02',
      site: 'psa-07',
    });
    for (const [at, body] of [
      { to: 'submitted' },
      { to: 'granted', amount_cents: 5 },
      { to: 'paid', amount_cents: 5 },
    ].entries()) {
      const [one, other] = [await move(decider, bare, at + 1, body), await move(decider, full, at + 1, body)];
      expect([one.status, one.json['status'], one.json['allowed']]).toEqual([
        other.status,
        other.json['status'],
        other.json['allowed'],
      ]);
      expect(one.status).toBe(200);
    }
  });

  test('another body is told that there is none', async () => {
    const id = await opened();
    const stranger = await ground.caller({
      purposes: ['aid_instruction'],
      scopes: ['aid-requests:write'],
      recipient: '11111111111111',
    });
    const hidden = await ground.ask(stranger, 'GET', `aid-requests/${id}`);
    const nothing = await ground.ask(stranger, 'GET', `aid-requests/${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`);
    expect([hidden.status, hidden.text]).toEqual([404, nothing.text]);
  });
});

describe('a request that is repeated (invariant 23)', () => {
  test('fifty at once make one aid request and get one answer', async () => {
    const before = await count('aid_request');
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => ground.ask(carrier, 'POST', 'aid-requests', { key: 'fifty', body: PAPER })),
    );
    expect(new Set(answers.map(({ status, text }) => `${String(status)} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(201);
    expect((await count('aid_request')) - before).toBe(1);
  });

  test('one key, another body: 422; no key: 400; another client: another request', async () => {
    await ground.ask(carrier, 'POST', 'aid-requests', { key: 'one', body: PAPER });
    const other = await ground.ask(carrier, 'POST', 'aid-requests', {
      key: 'one',
      body: { ...PAPER, amount_cents: 1 },
    });
    expect(other.json).toMatchObject({ status: 422, code: 'idempotency.other-request' });
    const none = await ground.ask(carrier, 'POST', 'aid-requests', { key: null, body: PAPER });
    expect(none.json).toMatchObject({ status: 400, code: 'idempotency.key-missing' });
    expect((await ground.ask(decider, 'POST', 'aid-requests', { key: 'one', body: PAPER })).status).toBe(201);
  });

  test('while the first one is under way: 409 with Retry-After', async () => {
    await ground.installation.engine.database.transaction(async (client) => {
      await client.query(
        `INSERT INTO passerelle.kept_answer (grant_id, key, request_hash) SELECT grant_id, 'busy', request_hash
         FROM passerelle.kept_answer LIMIT 1`,
      );
      await client.query(`UPDATE passerelle.kept_answer SET grant_id = $1 WHERE key = 'busy'`, [
        await grantOf(carrier),
      ]);
      const answer = await ground.ask(carrier, 'POST', 'aid-requests', { key: 'busy', body: PAPER });
      expect(answer.json).toMatchObject({ status: 409, code: 'idempotency.in-flight' });
      expect(answer.headers.get('retry-after')).toBe('1');
    });
  }, 20_000);

  test('a day later the key is free', async () => {
    const first = await ground.ask(carrier, 'POST', 'aid-requests', { key: 'day', body: PAPER });
    await ground.installation.rows(`UPDATE passerelle.kept_answer SET at = at - interval '25 hours' WHERE key = 'day'`);
    const second = await ground.ask(carrier, 'POST', 'aid-requests', { key: 'day', body: PAPER });
    expect(second.status).toBe(201);
    expect(second.json['id']).not.toBe(first.json['id']);
  });

  test('what was refused keeps no key', async () => {
    const id = await opened();
    const wrong = { match: '"1"', body: { to: 'refused', reason: 'budget' }, key: 'mended' };
    expect((await ground.ask(decider, 'POST', `aid-requests/${id}/transitions`, wrong)).status).toBe(409);
    const right = { match: '"1"', body: { to: 'submitted' }, key: 'mended' };
    expect((await ground.ask(decider, 'POST', `aid-requests/${id}/transitions`, right)).status).toBe(200);
  });
});

describe('two who change one aid request', () => {
  test('without If-Match: 428; with an old one: 412', async () => {
    const id = await opened();
    const blind = await ground.ask(carrier, 'POST', `aid-requests/${id}/transitions`, { body: { to: 'submitted' } });
    expect(blind.json).toMatchObject({ status: 428, code: 'version.missing' });
    await move(carrier, id, 1, { to: 'submitted' });
    expect((await move(carrier, id, 1, { to: 'cancelled' })).json).toMatchObject({
      status: 412,
      code: 'version.stale',
    });
  });

  test('of many at once, one wins', async () => {
    const id = await opened();
    const answers = await Promise.all(Array.from({ length: 12 }, () => move(carrier, id, 1, { to: 'submitted' })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(11);
  });
});

test('each change has one event and one entry in the trail, and no text of the request is anywhere else', async () => {
  const id = await opened({ ...PAPER, paper_reference: 'TOKEN-4711' });
  await move(carrier, id, 1, { to: 'submitted' });
  const events = await ground.installation.rows<{ type: string; version: number }>(
    'SELECT type, version FROM passerelle.outbox_event WHERE aid_request_id = $1 ORDER BY version',
    [id],
  );
  expect(events.map(({ type }) => type)).toEqual(['aid_request.draft', 'aid_request.submitted']);
  const entries = await ground.installation.rows<{ action: string }>(
    'SELECT action FROM passerelle.audit_entry WHERE incident = $1 ORDER BY seq',
    [`aid-request/${id}`],
  );
  expect(entries.map(({ action }) => action)).toEqual(['aid-request.open', 'aid-request.move']);
  expect(ground.log).not.toContain('TOKEN-4711');
});

const grantOf = async ({ bearer }: Caller): Promise<string> => `token/${bearer.split('_')[1]!}`;
