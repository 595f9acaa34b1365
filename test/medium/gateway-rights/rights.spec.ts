import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { forgetPassing, purgeLoneAidRequests, purgeOutbox } from '#libs/store';
import { until } from '../../support/serving.js';
import { COORDIN, PERSON, PLANTED, RightsWorld } from '../rights/rights-world.js';
import { RightsGateway, SIRET } from './rights-gateway.js';

let world: RightsWorld;
let gateway: RightsGateway;
/** The two records of one person. */
let coordin: string;
let tipi: string;
beforeAll(async () => {
  world = await RightsWorld.open();
  await world.load(0);
  await world.link();
  gateway = await RightsGateway.open(world.installation);
  const members = await gateway.rows<{ id: string; key: string }>(
    `SELECT person.id::text AS id, person.source_key AS key FROM passerelle.source_person AS person
     WHERE person.usage_name = $1 ORDER BY person.source_key`,
    [PLANTED[0]],
  );
  [coordin = '', tipi = ''] = members.map(({ id }) => id);
}, 60_000);
afterAll(async () => {
  await gateway.close();
  await world.close();
});

const officer = { purpose: 'data_protection' } as const;
const instruct = { purpose: 'aid_instruction' } as const;
/** Cents and a reason that nothing else in the store holds. */
const CENTS = 4_711_083;
const count = async (table: string, where = 'true', values: unknown[] = []): Promise<number> =>
  (await gateway.rows<{ n: number }>(`SELECT count(*)::int AS n FROM passerelle.${table} WHERE ${where}`, values))[0]
    ?.n ?? 0;

/** Opens an aid request and moves it through its statuses. */
const ask = async (person: object, ...moves: readonly (object & { readonly to: string })[]): Promise<string> => {
  const body = { kind: 'energy', amount_cents: CENTS, requested_on: '2026-11-20', ...person };
  const opened = await gateway.ask('POST', 'aid-requests', { ...instruct, body });
  expect(opened.status).toBe(201);
  const id = opened.json['id'] as string;
  for (const [at, move] of moves.entries()) {
    const headers = { 'if-match': `"${String(at + 1)}"` };
    const moved = await gateway.ask('POST', `aid-requests/${id}/transitions`, { ...instruct, body: move, headers });
    expect([moved.status, moved.text]).toEqual([200, expect.anything()]);
  }
  return id;
};
const PAID = [
  { to: 'submitted' },
  { to: 'granted', amount_cents: CENTS },
  { to: 'paid', amount_cents: CENTS, paid_on: '2026-11-21' },
];

test('an aid request that is paid stands in the own report, and `subject show` counts it', async () => {
  await ask({ person_id: coordin }, ...PAID);
  const answer = await gateway.ask('GET', `persons/${coordin}/report`, {
    ...officer,
    headers: { 'accept-language': 'fr' },
  });
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(answer.json['aidRequests']).toMatchObject([
    { status: 'versée', recipient: SIRET, openedOn: expect.anything() },
  ]);
  expect(answer.text).toContain(String(CENTS));
  const folder = join(world.installation.folder, 'own');
  expect((await world.say('subject', 'export', PERSON, '--out', folder, '--format', 'json')).code).toBe(0);
  const exported = JSON.parse(await readFile(join(folder, 'subject-report.fr.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const { reads, ...told } = answer.json;
  expect(reads).not.toEqual([]);
  expect({ ...told, reads: null }).toEqual({ ...exported, reads: null });
  const summary = await world.json<{ aidRequests: object; contacts: { own: object } }>('subject', 'show', PERSON);
  expect(summary).toMatchObject({
    aidRequests: { paid: 1 },
    contacts: { own: { name: expect.stringMatching(/^aid/) } },
  });
});

test('the report comes as a page where a page is asked for, and each reading is in the trail as this client’s', async () => {
  const headers = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8', 'accept-language': 'en-GB' };
  const page = await gateway.ask('GET', `persons/${tipi}/report`, { ...officer, headers });
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(page.text).toContain('<html lang="en">');
  const entries = (await gateway.entries('subject.export')).filter(({ grant }) => grant.startsWith('token/'));
  expect(new Set(entries.map(({ subject }) => subject))).toEqual(new Set([coordin, tipi]));
  for (const entry of entries) expect(entry).toMatchObject({ purpose: 'data_protection', recipient: SIRET });
});

test('nobody, somebody of another site and somebody withheld get the same 404', async () => {
  const foreign = { ...officer, sites: ['psa-99'] };
  const nobody = randomUUID();
  for (const [method, path] of [
    ['GET', 'report'],
    ['POST', 'refusals'],
    ['POST', 'refusals/withdrawals'],
  ] as const) {
    const unknown = await gateway.ask(method, `persons/${nobody}/${path}`, officer);
    const other = await gateway.ask(method, `persons/${coordin}/${path}`, foreign);
    expect([unknown.status, other.status, other.text]).toEqual([404, 404, unknown.text]);
  }
  // Present, so there is nothing to withdraw: the same answer again.
  const present = await gateway.ask('POST', `persons/${coordin}/refusals/withdrawals`, officer);
  const unknown = await gateway.ask('POST', `persons/${nobody}/refusals/withdrawals`, officer);
  expect([present.status, present.text]).toEqual([404, unknown.text]);
  expect((await gateway.ask('GET', `persons/${coordin}/report`, instruct)).status).toBe(403);
});

test('the erasure of one record takes the aid requests that hang on it and leaves those of the other', async () => {
  await ask({ person_id: tipi }, { to: 'submitted' });
  const erased = await world.json<{ erased: { aidRequests: number }; kept: { accountingLines: number } }>(
    ...['subject', 'erase', PERSON, '--only-this-record', '--dry-run'],
  );
  expect(erased.erased.aidRequests).toBe(1);
  expect(erased.kept.accountingLines).toBe(1);
  expect(await count('aid_request', 'person_id = ANY ($1::uuid[])', [[coordin, tipi]])).toBe(2);
});

test('a refusal that cannot be written to the home has not happened, and the same request does it later', async () => {
  const rights = join(world.installation.environment['PASSERELLE_HOME'] ?? '', 'rights');
  const file = join(rights, 'tombstones.jsonl');
  await mkdir(rights, { recursive: true });
  await rename(file, `${file}.aside`).catch(() => undefined);
  await mkdir(file);
  const key = randomUUID();
  const body = { incident: 'DPO-2026-031' };
  const failed = await gateway.ask('POST', `persons/${coordin}/refusals`, { ...officer, body, key });
  expect([failed.status, failed.json['code']]).toEqual([500, 'gateway.fault']);
  expect(await count('withheld_person')).toBe(0);
  expect(await count('kept_answer', 'key = $1', [key])).toBe(0);
  await rm(file, { recursive: true });
  await rename(`${file}.aside`, file).catch(() => undefined);
  const [tokens, events] = [await world.held(), await count('outbox_event')];
  expect([tokens.length, events]).toEqual([PLANTED.length, 6]);
  const done = await gateway.ask('POST', `persons/${coordin}/refusals`, { ...officer, body, key });
  expect(done).toMatchObject({ status: 201, json: { outcome: 'refused', records: 2, erased: { aid_requests: 2 } } });
  const again = await gateway.ask('POST', `persons/${coordin}/refusals`, { ...officer, body, key });
  expect([again.status, again.text]).toEqual([201, done.text]);
});

test('of a paid aid request nature, amount and day are left, and nothing else of the person anywhere', async () => {
  expect(await world.held()).toEqual([]);
  const ids = [[coordin, tipi]];
  for (const table of ['aid_request', 'api_reach'])
    expect(await count(table, 'person_id = ANY ($1::uuid[])', ids)).toBe(0);
  for (const table of ['aid_request_move', 'outbox_event', 'webhook_delivery']) expect(await count(table)).toBe(0);
  expect(await count('kept_answer', 'body LIKE $1', [`%${String(CENTS)}%`])).toBe(0);
  const kept = await gateway.rows(
    `SELECT nature, paid_on::text AS "paidOn", paid_cents::int AS cents, mode FROM passerelle.accounting_line
     WHERE paid_cents = $1`,
    [CENTS],
  );
  expect(kept).toEqual([{ nature: 'energy', paidOn: '2026-11-21', cents: CENTS, mode: null }]);
  expect(gateway.log).not.toContain(COORDIN);
  for (const token of PLANTED.slice(0, 6)) expect(gateway.log).not.toContain(token);
});

test('whoever refused is nobody, and can still ask on paper; a withdrawal lets the next export bring them', async () => {
  const report = await gateway.ask('GET', `persons/${coordin}/report`, officer);
  const nobody = await gateway.ask('GET', `persons/${randomUUID()}/report`, officer);
  expect([report.status, report.text]).toEqual([404, nobody.text]);
  expect((await gateway.ask('POST', `persons/${coordin}/refusals`, officer)).text).toBe(nobody.text);
  const person = await gateway.ask('POST', 'aid-requests', { ...instruct, body: { kind: 'food', person_id: coordin } });
  expect(person.status).toBe(422);
  await ask({ paper_reference: 'PAPIER-17' }, ...PAID);
  const withdrawn = await gateway.ask('POST', `persons/${coordin}/refusals/withdrawals`, officer);
  expect(withdrawn).toMatchObject({ status: 200, json: { outcome: 'withdrawn', records: 2 } });
  await world.load(1);
  expect(await count('source_person', 'id = ANY ($1::uuid[])', [[coordin, tipi]])).toBe(2);
});

test('what the gateway keeps for a while goes: old answers, events that were told, requests of nobody', async () => {
  const { database } = world.installation.engine;
  // A gateway removes them when it starts, and every hour from then on.
  await gateway.rows(`UPDATE passerelle.kept_answer SET at = at - interval '25 hours'`);
  const another = await RightsGateway.open(world.installation);
  await until(async () => (await count('kept_answer')) === 0);
  await another.close();
  const lines = await count('accounting_line');
  await gateway.rows(
    `INSERT INTO passerelle.kept_answer (grant_id, key, request_hash, at)
     VALUES ('token/1', 'old', decode(repeat('00', 32), 'hex'), now() - interval '25 hours')`,
  );
  await gateway.rows(`UPDATE passerelle.outbox_event SET at = at - interval '31 days'`);
  await gateway.rows(`UPDATE passerelle.aid_request SET changed_at = changed_at - interval '25 months'`);
  const report = await world.json<{ kinds: Record<string, object> }>('retention', 'run', '--dry-run');
  expect(report.kinds).toMatchObject({ aidRequests: { '*': 1 }, passing: { '*': expect.anything() } });
  await database.transaction(async (client) => {
    expect(await purgeLoneAidRequests(client, '2026-11-22', '24 months')).toBe(1);
    expect(await purgeOutbox(client, 30)).toBe(0);
    expect(await forgetPassing(client)).toBeGreaterThan(0);
  });
  expect([await count('aid_request'), await count('kept_answer'), await count('outbox_event')]).toEqual([0, 0, 0]);
  expect(await count('accounting_line')).toBe(lines + 1);
});
