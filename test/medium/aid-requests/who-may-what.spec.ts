import { type Answer, type Caller, GatewayGround } from '../../support/gateway-ground.js';

/*
 * Every move from every status by every kind of client, through HTTP, against a table written by hand: what the workflow of
 * the issue allows, and nothing else.
 */
const WRITE = 'aid-requests:write';
const DECIDE = 'aid-requests:decide';
const SAYS = {
  submitted: {},
  in_review: {},
  adjourned: { waiting_for: ['invoice'], until: '2099-01-31' },
  granted: { amount_cents: 100 },
  partly_granted: { amount_cents: 100, reason: 'otherAid' },
  refused: { reason: 'budget' },
  appealed: {},
  paid: { amount_cents: 100 },
  cancelled: {},
} as const;
type Target = keyof typeof SAYS;
const CARRIED: readonly Target[] = ['submitted', 'in_review', 'appealed', 'cancelled'];
const WAY: Readonly<Record<'draft' | 'paid_in_part' | Target, readonly Target[]>> = {
  draft: ['submitted', 'cancelled'],
  submitted: ['in_review', 'adjourned', 'granted', 'partly_granted', 'refused', 'cancelled'],
  in_review: ['adjourned', 'granted', 'partly_granted', 'refused', 'cancelled'],
  adjourned: ['in_review', 'granted', 'partly_granted', 'refused', 'cancelled'],
  granted: ['paid'],
  partly_granted: ['appealed', 'paid'],
  refused: ['appealed'],
  appealed: ['in_review', 'granted', 'partly_granted', 'refused', 'cancelled'],
  paid: [],
  // Paid, and what was decided was a grant in part.
  paid_in_part: ['appealed'],
  cancelled: [],
};
const STATUSES = Object.keys(WAY) as (keyof typeof WAY)[];
const TARGETS = Object.keys(SAYS) as Target[];

let ground: GatewayGround;
beforeAll(async () => {
  ground = await GatewayGround.open();
});
afterAll(() => ground.close());

const PAPER = { kind: 'food', paper_reference: 'PAP-2026-77' };
const put = async (id: string, standing: string): Promise<void> => {
  const status = standing === 'paid_in_part' ? 'paid' : standing;
  const reason = ['partly_granted', 'paid_in_part'].includes(standing) ? 'otherAid' : null;
  await ground.installation.rows(
    `UPDATE passerelle.aid_request SET status = $2::text, reason = $3, paid_cents = NULL,
       granted_cents = CASE WHEN $2::text IN ('granted', 'partly_granted') THEN 100 END
     WHERE id = $1`,
    [id, status, reason],
  );
};
const read = (caller: Caller, id: string): Promise<Answer> => ground.ask(caller, 'GET', `aid-requests/${id}`);
const opened = async (): Promise<string> => {
  const opener = await ground.caller({ purposes: ['aid_instruction'], scopes: [WRITE] });
  return String((await ground.ask(opener, 'POST', 'aid-requests', { body: PAPER })).json['id']);
};

test.each([
  ['carries', 'aid_instruction', [WRITE]],
  ['decides', 'aid_instruction', [DECIDE]],
  ['does both', 'aid_instruction', [WRITE, DECIDE]],
  // case_support gives no decisions, whatever a token was made with.
  ['supports a person', 'case_support', [WRITE, DECIDE]],
])('whoever %s (%s) makes the moves of the table and no others', async (_story, purpose, scopes) => {
  const caller = await ground.caller({ purposes: [purpose], scopes });
  const may = (to: Target): boolean =>
    CARRIED.includes(to) ? scopes.includes(WRITE) : scopes.includes(DECIDE) && purpose === 'aid_instruction';
  const id = await opened();
  for (const from of STATUSES) {
    await put(id, from);
    const { json, headers } = await read(caller, id);
    expect([from, [...(json['allowed'] as string[])].sort()]).toEqual([from, WAY[from].filter(may).sort()]);
    let match = headers.get('etag');
    for (const to of TARGETS) {
      const answer = await ground.ask(caller, 'POST', `aid-requests/${id}/transitions`, {
        match,
        body: { to, ...SAYS[to] },
      });
      const told = [from, to, answer.status, answer.json['code'] ?? null];
      if (!WAY[from].includes(to)) expect(told).toEqual([from, to, 409, 'aid-request.move']);
      else if (!may(to)) expect(told).toEqual([from, to, 403, 'aid-request.scope']);
      else {
        expect(told).toEqual([from, to, 200, null]);
        match = answer.headers.get('etag');
        await put(id, from);
      }
    }
    // What was refused changed nothing.
    expect((await read(caller, id)).headers.get('etag')).toBe(match);
  }
});

test.each([
  ['reads persons only', 'aid_instruction', ['persons:read']],
  ['finds housing', 'housing_orientation', [WRITE, DECIDE]],
  ['counts', 'statistics', [WRITE, DECIDE]],
  ['sees to rights', 'data_protection', [WRITE, DECIDE]],
])('whoever %s has nothing to do with aid requests', async (_story, purpose, scopes) => {
  const caller = await ground.caller({ purposes: [purpose], scopes });
  const id = await opened();
  for (const answer of [
    await read(caller, id),
    await ground.ask(caller, 'POST', 'aid-requests', { body: PAPER }),
    await ground.ask(caller, 'POST', `aid-requests/${id}/transitions`, { match: '"1"', body: { to: 'submitted' } }),
  ]) {
    expect([answer.status, answer.json['code']]).toEqual([403, 'access.scope']);
  }
});

test('whoever tries ids is told nothing, and each try is in the trail', async () => {
  const other = await ground.caller({ purposes: ['aid_instruction'], scopes: [WRITE], recipient: '11111111111111' });
  const [theirs, nobodys] = [await opened(), crypto.randomUUID()];
  const told: string[] = [];
  for (const id of [theirs, nobodys]) {
    told.push((await read(other, id)).text);
    const move = { match: '"1"', body: { to: 'submitted' } };
    told.push((await ground.ask(other, 'POST', `aid-requests/${id}/transitions`, move)).text);
  }
  expect(new Set(told).size).toBe(1);
  expect(JSON.parse(told[0] ?? '')).toMatchObject({ status: 404, code: 'aid-request.unknown' });
  const unknown = { kind: 'food', person_id: nobodys };
  expect((await ground.ask(other, 'POST', 'aid-requests', { body: unknown })).json['code']).toBe('aid-request.person');
  const entries = await ground.installation.rows<{ action: string; detail: string[] }>(
    `SELECT action, detail FROM passerelle.audit_entry WHERE outcome = 'refused' AND grant_id = $1 ORDER BY seq`,
    [`token/${other.bearer.split('_')[1] ?? ''}`],
  );
  expect(entries.map(({ action, detail }) => [action, ...detail])).toEqual([
    ['aid-request.read', 'aid-request.unknown'],
    ['aid-request.move', 'aid-request.unknown'],
    ['aid-request.read', 'aid-request.unknown'],
    ['aid-request.move', 'aid-request.unknown'],
    ['aid-request.open', 'aid-request.person'],
  ]);
});

test('a token for some sites opens none for another, and what it opens it can read', async () => {
  const caller = await ground.caller({ purposes: ['aid_instruction'], scopes: [WRITE], sites: ['psa-07'] });
  const elsewhere = await ground.ask(caller, 'POST', 'aid-requests', { body: { ...PAPER, site: 'ssdp-19' } });
  expect([elsewhere.status, elsewhere.json['code']]).toEqual([403, 'aid-request.site']);
  for (const site of ['psa-07', null]) {
    const { json, status } = await ground.ask(caller, 'POST', 'aid-requests', { body: { ...PAPER, site } });
    expect([status, (await read(caller, String(json['id']))).status]).toEqual([201, 200]);
  }
});

test('an adjournment names a day, also where the decision does not, and what it waited for ends with it', async () => {
  const caller = await ground.caller({ purposes: ['aid_instruction'], scopes: [WRITE, DECIDE] });
  const id = await opened();
  await put(id, 'in_review');
  const move = (version: number, body: object) =>
    ground.ask(caller, 'POST', `aid-requests/${id}/transitions`, { match: `"${String(version)}"`, body });
  const adjourned = await move(1, { to: 'adjourned', waiting_for: ['invoice'] });
  const [day] = await ground.installation.rows<{ day: string }>(
    `SELECT ((now() AT TIME ZONE 'Europe/Paris')::date + 30)::text AS day`,
  );
  expect(adjourned.json).toMatchObject({ waiting_for: ['invoice'], waiting_until: day?.day });
  expect((await move(2, { to: 'in_review' })).json).toMatchObject({ waiting_for: [], waiting_until: null });
  const wish = { to: 'adjourned', waiting_for: ['invoice'] };
  const [today] = await ground.installation.rows<{ day: string; before: string }>(
    `SELECT day::text, (day - 1)::text AS before FROM (SELECT (now() AT TIME ZONE 'Europe/Paris')::date AS day) AS today`,
  );
  expect((await move(3, { ...wish, until: today?.before })).json).toMatchObject({
    status: 422,
    code: 'aid-request.until',
  });
  expect((await move(3, { ...wish, until: today?.day })).json).toMatchObject({ waiting_until: today?.day, version: 4 });
});

test('a grant in part stays open to an appeal after its payment, and what follows is paid on top', async () => {
  const caller = await ground.caller({ purposes: ['aid_instruction'], scopes: [WRITE, DECIDE] });
  const id = await opened();
  let version = 1;
  const move = async (body: object) => {
    const answer = await ground.ask(caller, 'POST', `aid-requests/${id}/transitions`, {
      match: `"${String(version)}"`,
      body,
    });
    if (answer.status === 200) version += 1;
    return answer.json;
  };
  await move({ to: 'submitted' });
  const decided = await move({ to: 'partly_granted', amount_cents: 60, reason: 'otherAid' });
  await ground.installation.rows(
    `UPDATE passerelle.aid_request_move SET at = at - interval '9 days' WHERE aid_request_id = $1 AND version = 3`,
    [id],
  );
  const paid = await move({ to: 'paid', amount_cents: 60 });
  expect(paid).toMatchObject({ status: 'paid', paid_cents: 60, allowed: ['appealed'] });
  // The way of appeal runs from the decision, not from the payment.
  const until = (json: Answer['json']): number => Date.parse((json['appeal'] as { until: string }).until);
  expect((until(decided) - until(paid)) / 86_400_000).toBe(9);
  await move({ to: 'appealed' });
  expect(await move({ to: 'granted', amount_cents: 100 })).toMatchObject({ paid_cents: 60, granted_cents: 100 });
  expect(await move({ to: 'paid', amount_cents: 41 })).toMatchObject({ status: 422, code: 'aid-request.amount' });
  const rest = await move({ to: 'paid', amount_cents: 40 });
  expect(rest).toMatchObject({ status: 'paid', paid_cents: 100, allowed: [], appeal: null });
});
